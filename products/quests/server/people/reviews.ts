import { newId } from '#base/ids';
import { type Page, pageOf } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Analytics } from '#capabilities/analytics/server';
import type { Files } from '#capabilities/files/server';
import type { Inspection, Moderation } from '#capabilities/moderation/server';
import type { Recommendations } from '#capabilities/recommendations/server';
import type { Database, Reader, Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import type { Caller } from '#platform/server/http';
import { ReviewWritten } from '../../contract/index.ts';
import { decodeId } from '../catalogue/cursor.rules.ts';
import { mayEdit } from '../catalogue/may-edit.rules.ts';
import { earnAchievements } from '../play/achievements.ts';
import type { Catalogue, PlayRecords } from '../rooms.ts';
import {
  deleteReviewRow,
  findReviewOf,
  findReviews,
  insertReview,
  lockReview,
  type ReviewRow,
  updateReview,
} from './review.store.ts';

export type { ReviewRow } from './review.store.ts';

export interface ReviewInput {
  readonly stars: number;
  readonly text: string;
  readonly photoFileIds: readonly string[];
}

/** What players say about quests they finished. Filters hold or flag; a moderator decides; ratings count what is shown. */
export interface Reviews {
  /** @throws Refusal `quests.quest_not_found`, as the quest's page does. */
  list(
    caller: Caller | null,
    questId: string,
    page: { readonly limit: number; readonly cursor: string | undefined },
  ): Promise<Page<ReviewRow>>;
  write(caller: Caller, questId: string, input: ReviewInput): Promise<ReviewRow>;
  edit(caller: Caller, reviewId: string, input: Partial<ReviewInput>): Promise<ReviewRow>;
  remove(caller: Caller, reviewId: string): Promise<void>;
  report(caller: Caller, reviewId: string, comment: string): Promise<void>;
  /** A moderator's decision, in its transaction. */
  settle(tx: Tx, reviewId: string, shown: boolean): Promise<void>;
  reviewOf(reader: Reader, questId: string, userId: string): Promise<string | null>;
}

export interface ReviewsNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: Events;
  readonly files: Files;
  readonly moderation: Moderation;
  readonly analytics: Analytics;
  readonly recommendations: Recommendations;
  readonly catalogue: Catalogue;
  readonly records: PlayRecords;
}

const notFound = () => new Refusal('not_found', 'quests.review_not_found', 'There is no such review.');
const questNotFound = () => new Refusal('not_found', 'quests.quest_not_found', 'There is no such quest.');

/** What a review adds to the quest's rating. */
const counted = ({ state, stars }: ReviewRow) =>
  state === 'shown' ? { stars, ratings: 1 } : { stars: 0, ratings: 0 };

export function createReviews(needs: ReviewsNeeds): Reviews {
  const { database, clock, events, files, moderation, analytics, recommendations, catalogue, records } =
    needs;

  async function recount(
    tx: Tx,
    questId: string,
    before: ReviewRow | null,
    after: ReviewRow | null,
  ): Promise<void> {
    const old = before === null ? { stars: 0, ratings: 0 } : counted(before);
    const now = after === null ? { stars: 0, ratings: 0 } : counted(after);
    const change = { stars: now.stars - old.stars, ratings: now.ratings - old.ratings };
    if (change.stars !== 0 || change.ratings !== 0) await catalogue.count(tx, questId, change);
  }

  /** Asks the filters; the strictest answer counts. */
  async function inspect(tx: Tx, row: ReviewRow, authorId: string): Promise<Inspection> {
    const text = await moderation.inspectText(tx, {
      kind: 'quests.review',
      authorId,
      subjectId: row.id,
      text: row.text,
    });
    const images = await moderation.inspectImages(tx, row.photo_file_ids);
    const verdicts = [text.verdict, images.verdict];
    const verdict = verdicts.includes('hold') ? 'hold' : verdicts.includes('flag') ? 'flag' : 'clean';
    return { verdict, flags: [...text.flags, ...images.flags] };
  }

  async function openCase(tx: Tx, row: ReviewRow, { flags }: Inspection): Promise<void> {
    await moderation.open(tx, { kind: 'quests.review', subjectId: row.id, authorId: row.author_id, flags });
  }

  async function own(tx: Tx, caller: Caller, reviewId: string): Promise<ReviewRow> {
    const row = await lockReview(tx, reviewId);
    if (row === undefined || row.author_id !== caller.userId) throw notFound();
    return row;
  }

  async function announce(tx: Tx, row: ReviewRow, userId: string, ownerId: string): Promise<void> {
    const { quest_id: questId, stars, created_at: at } = row;
    await analytics.track(tx, {
      name: 'quests.reviewed',
      subjectId: questId,
      userId,
      ownerId,
      value: stars,
      at,
      key: `quests.reviewed:${row.id}`,
    });
    await recommendations.record(tx, {
      collection: 'quests',
      userId,
      itemId: questId,
      weight: stars / 5,
      at,
    });
    await earnAchievements(tx, userId, at);
    await events.emit(tx, ReviewWritten, { quest_id: questId, author_id: ownerId, review_id: row.id, stars });
  }

  const photos = (userId: string, reviewId: string, fileIds: readonly string[]) =>
    ({ ownerId: userId, purpose: 'quests.review_photo', subjectId: reviewId, fileIds }) as const;

  return {
    async list(caller, questId, { limit, cursor }) {
      const before = decodeId(cursor);
      const quest = await catalogue.brief(database, questId);
      const mayRead =
        quest !== undefined &&
        (quest.publishedVersion !== null || (caller !== null && mayEdit(caller, quest)));
      if (!mayRead) throw questNotFound();
      const rows = await findReviews(database, questId, {
        limit: limit + 1,
        before,
        viewerId: caller?.userId,
      });
      return pageOf(rows, limit, ({ id }) => id);
    },
    write: (caller, questId, { stars, text, photoFileIds }) =>
      database.transaction(async (tx) => {
        const { userId } = caller;
        const quest = await catalogue.brief(tx, questId);
        if (quest === undefined || quest.publishedVersion === null) throw questNotFound();
        if ((await records.sessionsOf(tx, userId, questId)).finished === null)
          throw new Refusal(
            'forbidden',
            'quests.review_needs_finish',
            'Finish the quest first; then tell how it was.',
          );
        const now = clock();
        const draft: ReviewRow = {
          id: newId(now.getTime()),
          quest_id: questId,
          author_id: userId,
          stars,
          text: text.trim(),
          photo_file_ids: [...photoFileIds],
          state: 'shown',
          created_at: now,
          edited_at: null,
        };
        if (photoFileIds.length > 0) await files.attach(tx, photos(userId, draft.id, photoFileIds));
        const inspection = await inspect(tx, draft, userId);
        const row: ReviewRow = { ...draft, state: inspection.verdict === 'hold' ? 'held' : 'shown' };
        if (!(await insertReview(tx, row)))
          throw new Refusal(
            'conflict',
            'quests.already_reviewed',
            'You reviewed this quest already; change that review.',
          );
        await recount(tx, questId, null, row);
        const burst = await moderation.watchRatings(tx, { targetId: questId, authorId: userId, stars });
        const flags = [...inspection.flags, ...burst.flags];
        if (inspection.verdict !== 'clean' || burst.verdict !== 'clean')
          await openCase(tx, row, { ...inspection, flags });
        await announce(tx, row, userId, quest.authorId);
        return row;
      }),
    edit: (caller, reviewId, input) =>
      database.transaction(async (tx) => {
        const before = await own(tx, caller, reviewId);
        if (before.state === 'removed') throw notFound();
        const changed = {
          ...before,
          stars: input.stars ?? before.stars,
          text: input.text?.trim() ?? before.text,
          photo_file_ids: [...(input.photoFileIds ?? before.photo_file_ids)],
          edited_at: clock(),
        };
        const added = changed.photo_file_ids.filter((id) => !before.photo_file_ids.includes(id));
        const gone = before.photo_file_ids.filter((id) => !changed.photo_file_ids.includes(id));
        if (added.length > 0) await files.attach(tx, photos(caller.userId, reviewId, added));
        if (gone.length > 0) await files.detach(tx, photos(caller.userId, reviewId, gone));
        const inspection = await inspect(tx, changed, caller.userId);
        const row: ReviewRow = { ...changed, state: inspection.verdict === 'hold' ? 'held' : before.state };
        await updateReview(tx, row);
        await recount(tx, row.quest_id, before, row);
        if (inspection.verdict !== 'clean') await openCase(tx, row, inspection);
        return row;
      }),
    remove: (caller, reviewId) =>
      database.transaction(async (tx) => {
        const row = await own(tx, caller, reviewId);
        await deleteReviewRow(tx, reviewId);
        await recount(tx, row.quest_id, row, null);
        await moderation.withdraw(tx, 'quests.review', reviewId);
        if (row.photo_file_ids.length > 0)
          await files.detach(tx, photos(caller.userId, reviewId, row.photo_file_ids));
      }),
    report: (caller, reviewId, comment) =>
      database.transaction(async (tx) => {
        const row = await lockReview(tx, reviewId);
        if (row === undefined || row.state !== 'shown') throw notFound();
        await moderation.open(tx, {
          kind: 'quests.review',
          subjectId: reviewId,
          authorId: row.author_id,
          flags: [{ code: 'report', score: 0.5 }],
          reportedBy: caller.userId,
          comment,
        });
      }),
    async settle(tx, reviewId, shown) {
      const before = await lockReview(tx, reviewId);
      if (before === undefined) return;
      const row: ReviewRow = { ...before, state: shown ? 'shown' : 'removed' };
      await updateReview(tx, row);
      await recount(tx, row.quest_id, before, row);
    },
    reviewOf: async (reader, questId, userId) => (await findReviewOf(reader, questId, userId))?.id ?? null,
  };
}
