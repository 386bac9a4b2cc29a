import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { ReviewRow } from '../people/reviews.ts';
import type { QuestsService } from '../quests.ts';

function cursorOf({ since, quest_id }: { since: Date; quest_id: string }): string {
  return Buffer.from(JSON.stringify([since.toISOString(), quest_id])).toString('base64url');
}

function readCursor(cursor: string | undefined): { since: Date; questId: string } | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [since, questId] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string];
    if (!Number.isNaN(Date.parse(since)) && isId(questId)) return { since: new Date(since), questId };
  } catch {
    // Falls through to the refusal: the cursor was made by hand.
  }
  throw new Refusal('invalid', 'http.cursor_invalid', 'The cursor is not one of ours.');
}

/** Reviews, favourites, reports and requests to be let in again. */
export function mountReviews({ mount, service, platform: { database } }: ServeDoor<QuestsService>): void {
  const { people, players, pictures, catalogue } = service;

  async function present(
    rows: readonly ReviewRow[],
    viewerId: string | undefined,
  ): Promise<contract.Review[]> {
    const [authors, shown] = await Promise.all([
      players.briefs(rows.flatMap(({ author_id }) => author_id ?? [])),
      pictures.many(rows.flatMap(({ photo_file_ids }) => photo_file_ids)),
    ]);
    return rows.map((row) => ({
      id: row.id,
      quest_id: row.quest_id,
      author: authors.get(row.author_id ?? '') ?? null,
      stars: row.stars,
      text: row.text,
      photos: row.photo_file_ids.flatMap((id) => shown.get(id) ?? []),
      state: row.state,
      mine: viewerId !== undefined && row.author_id === viewerId,
      created_at: row.created_at.toISOString(),
      edited_at: row.edited_at?.toISOString() ?? null,
    }));
  }

  async function presentOne(row: ReviewRow, viewerId: string): Promise<contract.Review> {
    const [review] = await present([row], viewerId);
    if (review === undefined) throw new Error('One row presents as one review.');
    return review;
  }

  mount(contract.listReviews, async ({ caller, params, query }) => {
    const page = await people.reviews.list(caller, params.id, {
      limit: query.limit ?? 20,
      cursor: query.cursor,
    });
    return { items: await present(page.items, caller?.userId), next_cursor: page.nextCursor };
  });
  mount(contract.writeReview, async ({ caller, params, body }) => {
    const input = { stars: body.stars, text: body.text ?? '', photoFileIds: body.photo_file_ids ?? [] };
    return presentOne(await people.reviews.write(caller, params.id, input), caller.userId);
  });
  mount(contract.editReview, async ({ caller, params, body }) => {
    const input = {
      ...(body.stars === undefined ? {} : { stars: body.stars }),
      ...(body.text === undefined ? {} : { text: body.text }),
      ...(body.photo_file_ids === undefined ? {} : { photoFileIds: body.photo_file_ids }),
    };
    return presentOne(await people.reviews.edit(caller, params.id, input), caller.userId);
  });
  mount(contract.deleteReview, ({ caller, params }) => people.reviews.remove(caller, params.id));
  mount(contract.reportReview, ({ caller, params, body }) =>
    people.reviews.report(caller, params.id, body.comment),
  );

  mount(contract.listFavourites, async ({ caller, query }) => {
    const limit = query.limit ?? 20;
    const rows = await people.marks.favourites(caller.userId, {
      limit: limit + 1,
      after: readCursor(query.cursor),
    });
    const page = rows.slice(0, limit);
    const cards = await catalogue.cards(
      database,
      page.map(({ quest_id }) => quest_id),
    );
    const last = page.at(-1);
    return {
      items: page.flatMap(({ quest_id }) => cards.get(quest_id) ?? []),
      next_cursor: rows.length > limit && last !== undefined ? cursorOf(last) : null,
    };
  });
  mount(contract.listFavouriteIds, async ({ caller }) => ({
    ids: [...(await people.marks.favouriteIds(caller.userId))],
  }));
  mount(contract.addFavourite, ({ caller, params }) =>
    people.marks.addFavourite(caller.userId, params.quest_id),
  );
  mount(contract.removeFavourite, ({ caller, params }) =>
    people.marks.removeFavourite(caller.userId, params.quest_id),
  );
  mount(contract.reportPoint, ({ caller, params, body }) =>
    people.marks.reportQuest(caller, params.id, { pointId: body.point_id, comment: body.comment }),
  );
  mount(contract.listMyReports, async ({ caller, query: { limit = 20, cursor, quest_id: questId } }) => {
    const page = await people.marks.reportsTo(caller.userId, { limit, cursor, questId });
    const items = page.items.map((row) => ({ ...row, created_at: row.created_at.toISOString() }));
    return { items, next_cursor: page.nextCursor };
  });
  mount(contract.requestUnlock, async ({ body }) => {
    const at = await people.marks.askUnlock(body.unlock_token, body.message);
    return { state: 'open' as const, created_at: at.toISOString() };
  });
}
