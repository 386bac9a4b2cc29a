import type { Database, Reader } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import type { MyQuest, QuestDetail } from '../../contract/index.ts';
import type { Ownership, PlayRecords } from '../rooms.ts';
import type { Pages } from './pages.ts';

/** What the rooms beside the catalogue know of a person and a quest. */
export interface Relations {
  readonly ownership: Ownership;
  readonly records: Pick<PlayRecords, 'sessionsOf'>;
  isFavourite(reader: Reader, userId: string, questId: string): Promise<boolean>;
  reviewOf(reader: Reader, questId: string, userId: string): Promise<string | null>;
}

/** A quest with what a person has to do with it. */
export type Mine = (caller: Caller, questId: string) => Promise<MyQuest>;

export function createMine(database: Database, pages: Pages, relations: Relations): Mine {
  const { ownership, records, isFavourite, reviewOf } = relations;

  /** Who bought or walked a quest sees what was published, also after it left the catalogue. */
  async function questOf(caller: Caller, questId: string, isCustomer: boolean): Promise<QuestDetail> {
    const kept = isCustomer ? await pages.lastPublished(questId) : undefined;
    return kept ?? pages.page(caller, questId);
  }

  return async (caller, questId) => {
    const { userId } = caller;
    const [published, orderId, sessions, favourite, reviewId] = await Promise.all([
      pages.published(questId),
      ownership.orderOf(database, userId, questId),
      records.sessionsOf(database, userId, questId),
      isFavourite(database, userId, questId),
      reviewOf(database, questId, userId),
    ]);
    const isCustomer = orderId !== undefined || sessions.active !== null || sessions.finished !== null;
    const quest = published ?? (await questOf(caller, questId, isCustomer));
    const isAuthor = quest.author.id === userId;
    const isFree = published !== undefined && quest.price.amount === 0;
    return {
      quest,
      is_author: isAuthor,
      favourite,
      playable: isFree || orderId !== undefined || isAuthor,
      order_id: orderId ?? null,
      active_session_id: sessions.active,
      finished_session_id: sessions.finished,
      review_id: reviewId,
    };
  };
}
