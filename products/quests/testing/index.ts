export { type BadInput, badBodies, badQueries } from './bad-input.ts';
export {
  decideQuest,
  description,
  type NewQuest,
  pointAt,
  publishedQuest,
  type QuestsApp,
  questsModuleRef,
  readyDraft,
  shortWalk,
  startQuests,
} from './quests-app.ts';
