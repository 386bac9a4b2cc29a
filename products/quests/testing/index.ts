export {
  decideQuest,
  description,
  pointAt,
  publishedQuest,
  type QuestsApp,
  questModules,
  questsModuleRef,
  readyDraft,
  shortWalk,
  startQuests,
} from './quests-app.ts';
