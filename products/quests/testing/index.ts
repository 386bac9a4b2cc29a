export {
  decideQuest,
  description,
  type NewQuest,
  pointAt,
  publishedQuest,
  type QuestsApp,
  questModules,
  questsModuleRef,
  readyDraft,
  shortWalk,
  startQuests,
} from './quests-app.ts';
