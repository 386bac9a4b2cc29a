import { newId } from '#base/ids';
import { type Page, pageOf } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Moderation } from '#capabilities/moderation/server';
import type { Recommendations } from '#capabilities/recommendations/server';
import type { Database } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import type { Caller } from '#platform/server/http';
import { QuestReported } from '../../contract/index.ts';
import { decodeId } from '../catalogue/cursor.rules.ts';
import type { Catalogue, QuestBrief } from '../rooms.ts';
import {
  type AuthorReportRow,
  deleteFavourite,
  type FavouriteRow,
  findFavouriteIds,
  findFavourites,
  findReportsTo,
  insertFavourite,
  insertReport,
  insertUnlock,
} from './mark.store.ts';

const mostIds = 1_000;

/** What people mark, report and ask for. */
export interface Marks {
  favourites(
    userId: string,
    page: {
      readonly limit: number;
      readonly after: { readonly since: Date; readonly questId: string } | undefined;
    },
  ): Promise<readonly FavouriteRow[]>;
  /** Newest first, a thousand at most. */
  favouriteIds(userId: string): Promise<readonly string[]>;
  addFavourite(userId: string, questId: string): Promise<void>;
  removeFavourite(userId: string, questId: string): Promise<void>;
  reportQuest(
    caller: Caller,
    questId: string,
    report: { readonly pointId: string | undefined; readonly comment: string },
  ): Promise<void>;
  /** What players reported about the quests of an author, newest first. */
  reportsTo(
    authorId: string,
    page: {
      readonly limit: number;
      readonly cursor: string | undefined;
      readonly questId: string | undefined;
    },
  ): Promise<Page<AuthorReportRow>>;
  /** By whoever holds the token of a refused sign-in. Answers when it was asked. */
  askUnlock(unlockToken: string, message: string): Promise<Date>;
}

export interface MarksNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: Events;
  readonly identity: Identity;
  readonly moderation: Moderation;
  readonly recommendations: Recommendations;
  readonly catalogue: Catalogue;
}

export function createMarks(needs: MarksNeeds): Marks {
  const { database, clock, events, identity, moderation, recommendations, catalogue } = needs;

  async function published(questId: string): Promise<QuestBrief> {
    const quest = await catalogue.brief(database, questId);
    if (quest === undefined || quest.state !== 'published')
      throw new Refusal('not_found', 'quests.quest_not_found', 'There is no such quest.');
    return quest;
  }

  return {
    favouriteIds: (userId) => findFavouriteIds(database, userId, mostIds),
    favourites: (userId, page) => findFavourites(database, userId, page),
    async addFavourite(userId, questId) {
      await published(questId);
      await database.transaction(async (tx) => {
        const at = clock();
        await insertFavourite(tx, userId, questId, at);
        await recommendations.record(tx, { collection: 'quests', userId, itemId: questId, weight: 0.4, at });
      });
    },
    removeFavourite: (userId, questId) => database.transaction((tx) => deleteFavourite(tx, userId, questId)),
    async reportQuest({ userId }, questId, { pointId, comment }) {
      const quest = await published(questId);
      await database.transaction(async (tx) => {
        const now = clock();
        const id = newId(now.getTime());
        await insertReport(tx, {
          id,
          quest_id: questId,
          point_id: pointId ?? null,
          user_id: userId,
          comment,
          created_at: now,
        });
        await moderation.open(tx, {
          kind: 'quests.report',
          subjectId: id,
          authorId: quest.authorId,
          flags: [{ code: 'report', score: 0.5 }],
          reportedBy: userId,
          comment,
        });
        await events.emit(tx, QuestReported, { quest_id: questId, author_id: quest.authorId, report_id: id });
      });
    },
    async reportsTo(authorId, { limit, cursor, questId }) {
      const rows = await findReportsTo(database, authorId, {
        limit: limit + 1,
        before: decodeId(cursor),
        questId,
      });
      return pageOf(rows, limit, ({ id }) => id);
    },
    async askUnlock(unlockToken, message) {
      const userId = identity.lockedPerson(unlockToken);
      if (userId === undefined)
        throw new Refusal(
          'unauthenticated',
          'identity.unlock_token_invalid',
          'Sign in once more to ask again.',
        );
      return database.transaction(async (tx) => {
        const now = clock();
        const id = newId(now.getTime());
        if (!(await insertUnlock(tx, { id, user_id: userId, message, state: 'open', created_at: now })))
          throw new Refusal('conflict', 'quests.unlock_pending', 'Your earlier request is being looked at.');
        await moderation.open(tx, {
          kind: 'identity.unlock',
          subjectId: id,
          authorId: userId,
          comment: message,
        });
        return now;
      });
    },
  };
}
