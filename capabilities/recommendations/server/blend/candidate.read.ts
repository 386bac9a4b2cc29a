import type { Position } from '#base/geometry';
import { type Reader, sql } from '#platform/server/database';
import type { Candidate, HistoryItem, Surroundings, Taste } from './blend.rules.ts';

const fromEach = 200;

/** What a person liked, the latest first, with the category of what still exists. */
export function readHistory(
  reader: Reader,
  collection: string,
  userId: string,
): Promise<readonly HistoryItem[]> {
  return reader.rows<HistoryItem>(sql`
    SELECT h.item_id AS "itemId", h.weight, i.category
    FROM recommendations.interaction h LEFT JOIN recommendations.item i USING (collection, item_id)
    WHERE h.collection = ${collection} AND h.user_id = ${userId}
    ORDER BY h.happened_at DESC, h.item_id`);
}

/** What the model says about available items, from what was liked: the highest first. */
export function readTaste(
  reader: Reader,
  collection: string,
  liked: readonly { readonly itemId: string; readonly weight: number }[],
  query: { readonly kinds: readonly string[]; readonly without: readonly string[] },
): Promise<readonly Taste[]> {
  return reader.rows<Taste>(sql`
    WITH liked AS (
      SELECT * FROM unnest(${liked.map(({ itemId }) => itemId)}::text[],
                           ${liked.map(({ weight }) => weight)}::double precision[]) AS l(item_id, weight)
    ), model AS (
      SELECT id FROM recommendations.model WHERE collection = ${collection} AND current
        AND kind = ANY(${query.kinds}::text[]) ORDER BY array_position(${query.kinds}::text[], kind) LIMIT 1
    )
    SELECT u.other_id AS "itemId", sum(l.weight * u.weight ORDER BY l.item_id) AS score,
           (array_agg(l.item_id ORDER BY l.weight * u.weight DESC, l.item_id))[1] AS "becauseOf"
    FROM liked l
    JOIN recommendations.model_row r ON r.item_id = l.item_id AND r.model_id = (SELECT id FROM model)
    CROSS JOIN LATERAL unnest(r.other_ids, r.weights) AS u(other_id, weight)
    JOIN recommendations.item i ON i.collection = ${collection} AND i.item_id = u.other_id AND i.available
    WHERE u.other_id <> ALL(${query.without}::text[])
    GROUP BY u.other_id HAVING sum(l.weight * u.weight ORDER BY l.item_id) > 0
    ORDER BY score DESC, u.other_id LIMIT ${fromEach}`);
}

interface ItemRow extends Omit<Candidate, 'position'> {
  readonly lat: number | null;
  readonly lng: number | null;
}

const positionOf = (lat: number | null, lng: number | null): Position | null =>
  lat === null || lng === null ? null : { lat, lng };

/** Available items worth a look: those the model named, near, in the city, popular, new and well rated ones. */
export async function readCandidates(
  reader: Reader,
  query: {
    readonly collection: string;
    readonly named: readonly string[];
    readonly without: readonly string[];
    readonly near: Position | null;
    readonly city: string | null;
  },
): Promise<readonly Candidate[]> {
  const { collection, named, without, near, city } = query;
  // A degree of longitude is shorter away from the equator; squares of degrees are enough to choose by.
  const squeeze = Math.cos(((near?.lat ?? 0) * Math.PI) / 180) ** 2;
  const rows = await reader.rows<ItemRow>(sql`
    WITH open AS (
      SELECT * FROM recommendations.item
      WHERE collection = ${collection} AND available AND item_id <> ALL(${without}::text[])
    ), chosen AS (
      SELECT item_id FROM open WHERE item_id = ANY(${named}::text[])
      UNION
      (SELECT item_id FROM open WHERE ${near !== null} AND lat IS NOT NULL
       ORDER BY (lat - ${near?.lat ?? 0}::double precision) ^ 2
         + (lng - ${near?.lng ?? 0}::double precision) ^ 2 * ${squeeze}::double precision, item_id LIMIT ${fromEach})
      UNION
      (SELECT item_id FROM open WHERE city = ${city}::text ORDER BY popularity DESC, item_id LIMIT ${fromEach})
      UNION
      (SELECT item_id FROM open ORDER BY popularity DESC, item_id LIMIT ${fromEach})
      UNION
      (SELECT item_id FROM open ORDER BY published_at DESC, item_id LIMIT ${fromEach})
      UNION
      (SELECT item_id FROM open ORDER BY (rating_sum + 20) / (rating_count + 5) DESC, item_id LIMIT ${fromEach})
    )
    SELECT item_id AS "itemId", city, category, lat, lng, published_at AS "publishedAt", rating_sum AS "ratingSum",
           rating_count AS "ratingCount", popularity
    FROM open JOIN chosen USING (item_id) ORDER BY item_id`);
  return rows.map(({ lat, lng, ...item }) => ({ ...item, position: positionOf(lat, lng) }));
}

/** What the collection is like: its mean rating and the most popular of each city. */
export async function readSurroundings(reader: Reader, collection: string): Promise<Surroundings> {
  const rows = await reader.rows<{ city: string | null; most: number; stars: number; ratings: number }>(sql`
    SELECT city, max(popularity) AS most, sum(rating_sum ORDER BY item_id) AS stars, sum(rating_count)::integer AS ratings
    FROM recommendations.item WHERE collection = ${collection} AND available GROUP BY city ORDER BY city`);
  const sum = (pick: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0);
  const ratings = sum((row) => row.ratings);
  return {
    meanRating: ratings === 0 ? 4 : sum((row) => row.stars) / ratings,
    mostPopular: new Map(rows.map(({ city, most }) => [city, most])),
  };
}

/** What stands for an item when others like it are looked for. */
export async function readAnchor(
  reader: Reader,
  collection: string,
  itemId: string,
): Promise<
  | { readonly city: string | null; readonly category: string | null; readonly position: Position | null }
  | undefined
> {
  const row = await reader.row<{
    city: string | null;
    category: string | null;
    lat: number;
    lng: number;
  }>(sql`
    SELECT city, category, lat, lng FROM recommendations.item
    WHERE collection = ${collection} AND item_id = ${itemId}`);
  return row === undefined
    ? undefined
    : { city: row.city, category: row.category, position: positionOf(row.lat, row.lng) };
}
