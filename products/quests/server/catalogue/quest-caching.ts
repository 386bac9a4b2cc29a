import type { Tx } from '#platform/server/database';
import type { Invalidation } from '../caching/invalidation.ts';

/** Pages of lists carry this tag. */
export const listsTag = 'lists';
/** Cards and pages of quests carry this tag. */
export const cardsTag = 'cards';

export const cardPrefix = 'card';
export const pagePrefix = 'page';

/** Lets go of everything that shows a quest, when the transaction commits. */
export interface QuestCaching {
  questChanged(tx: Tx, questId: string): Promise<void>;
}

export function createQuestCaching(invalidation: Invalidation): QuestCaching {
  return {
    questChanged: (tx, questId) =>
      invalidation.forget(tx, {
        keys: [`${cardPrefix}:${questId}`, `${pagePrefix}:${questId}`],
        tags: [listsTag],
      }),
  };
}
