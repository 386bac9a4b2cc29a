import { Refusal } from '#base/refusal';

export const questNotFound = () =>
  new Refusal('not_found', 'quests.quest_not_found', 'There is no such quest, or it is not open to you.');
