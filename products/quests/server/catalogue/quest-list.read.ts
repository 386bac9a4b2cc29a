import { type Page, pageOf } from '#base/page';
import { type Reader, type Sql, sql } from '#platform/server/database';
import { decodePlace, encodePlace, type Place } from './cursor.rules.ts';
import { matching, type QuestFilter } from './filter.read.ts';

export type QuestSort = 'popular' | 'new' | 'rating' | 'price';

interface Order {
  /** What stands in the cursor. */
  readonly value: Sql;
  readonly order: Sql;
  after(place: Place): Sql;
}

const orders: Readonly<Record<QuestSort, Order>> = {
  popular: {
    value: sql`l.popularity`,
    order: sql`l.popularity DESC, l.quest_id DESC`,
    after: ({ value, id }) => sql`AND (l.popularity, l.quest_id) < (${value}::double precision, ${id}::uuid)`,
  },
  new: {
    // Whole microseconds, so that the way through JavaScript loses none.
    value: sql`(extract(epoch FROM l.published_at) * 1000000)::bigint`,
    order: sql`l.published_at DESC, l.quest_id DESC`,
    after: ({ value, id }) => sql`AND (l.published_at, l.quest_id)
      < (timestamptz 'epoch' + ${value}::bigint * interval '1 microsecond', ${id}::uuid)`,
  },
  rating: {
    value: sql`l.rank`,
    order: sql`l.rank DESC, l.quest_id DESC`,
    after: ({ value, id }) => sql`AND (l.rank, l.quest_id) < (${value}::double precision, ${id}::uuid)`,
  },
  price: {
    value: sql`l.price`,
    order: sql`l.price, l.quest_id`,
    after: ({ value, id }) => sql`AND (l.price, l.quest_id) > (${value}::bigint, ${id}::uuid)`,
  },
};

/** Ids of published quests by filters, in an order. */
export async function listQuestIds(
  reader: Reader,
  filter: QuestFilter,
  page: { readonly sort: QuestSort; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<string>> {
  const { value, order, after } = orders[page.sort];
  const from = page.cursor === undefined ? sql`` : after(decodePlace(page.sort, page.cursor));
  const rows = await reader.rows<Place>(sql`
    SELECT l.quest_id AS id, ${value} AS value
    FROM quests.listing l
    WHERE ${matching(filter)} ${from}
    ORDER BY ${order}
    LIMIT ${page.limit + 1}`);
  const { items, nextCursor } = pageOf(rows, page.limit, (last) => encodePlace(page.sort, last));
  return { items: items.map(({ id }) => id), nextCursor };
}

/** Which of the ids match, in no order. */
export async function matchingIds(reader: Reader, filter: QuestFilter): Promise<ReadonlySet<string>> {
  const rows = await reader.rows<{ readonly id: string }>(
    sql`SELECT l.quest_id AS id FROM quests.listing l WHERE ${matching(filter)}`,
  );
  return new Set(rows.map(({ id }) => id));
}
