import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Quest, QuestContent } from './content.ts';

/** The publication of a quest with its counters. */
export interface Listing {
  readonly id: string;
  readonly authorId: string;
  readonly version: number;
  readonly listed: boolean;
  readonly content: QuestContent;
  readonly start: { readonly lat: number; readonly lng: number };
  readonly stars: number;
  readonly ratings: number;
  readonly finished: number;
  readonly popularity: number;
  readonly publishedAt: Date;
}

interface ListingRow {
  readonly id: string;
  readonly author_id: string;
  readonly version: number;
  readonly listed: boolean;
  readonly content: QuestContent;
  readonly start_lat: number;
  readonly start_lng: number;
  readonly stars: number;
  readonly ratings: number;
  readonly finished: number;
  readonly popularity: number;
  readonly published_at: Date;
}

const columns = sql`l.quest_id AS id, l.author_id, l.version, l.listed, l.content, l.start_lat, l.start_lng, l.stars,
  l.ratings, l.finished, l.popularity, l.published_at`;

function listingOf({ author_id, start_lat, start_lng, published_at, ...row }: ListingRow): Listing {
  return {
    ...row,
    authorId: author_id,
    start: { lat: start_lat, lng: start_lng },
    publishedAt: published_at,
  };
}

export async function findListing(reader: Reader, questId: string): Promise<Listing | undefined> {
  const row = await reader.row<ListingRow>(
    sql`SELECT ${columns} FROM quests.listing l WHERE l.quest_id = ${questId}`,
  );
  return row === undefined ? undefined : listingOf(row);
}

/** Shows a locked quest's draft as its version from now on; counters and the first publication stay. */
export async function putListing(tx: Tx, quest: Quest, version: number, now: Date): Promise<void> {
  const { id, authorId, content, points, lengthMetres } = quest;
  const start = points[0]?.place_settings;
  await tx.run(sql`
    INSERT INTO quests.listing (quest_id, author_id, version, content, point_count, length_metres, start_lat, start_lng,
      published_at, updated_at)
    VALUES (${id}, ${authorId}, ${version}, ${JSON.stringify(content)}::jsonb, ${points.length}, ${lengthMetres},
      ${start?.lat}, ${start?.lng}, ${now}, ${now})
    ON CONFLICT (quest_id) DO UPDATE
    SET version = excluded.version, listed = true, content = excluded.content, point_count = excluded.point_count,
      length_metres = excluded.length_metres, start_lat = excluded.start_lat, start_lng = excluded.start_lng,
      updated_at = excluded.updated_at`);
}

/** Answers false when the quest was never published. */
export async function setListed(tx: Tx, questId: string, listed: boolean): Promise<boolean> {
  return (await tx.run(sql`UPDATE quests.listing SET listed = ${listed} WHERE quest_id = ${questId}`)) > 0;
}

/** Changes the counters; the row stays locked until the end of the transaction. Undefined when nothing was published. */
export async function addCounts(
  tx: Tx,
  questId: string,
  change: { readonly stars: number; readonly ratings: number; readonly finished: number },
): Promise<Listing | undefined> {
  const row = await tx.row<ListingRow>(sql`
    UPDATE quests.listing l
    SET stars = stars + ${change.stars}, ratings = ratings + ${change.ratings}, finished = finished + ${change.finished}
    WHERE quest_id = ${questId}
    RETURNING ${columns}`);
  return row === undefined ? undefined : listingOf(row);
}

/** Writes how popular quests are; those not named are not popular any more. Answers the ids of those that changed. */
export async function setPopularity(
  tx: Tx,
  scores: readonly { readonly subjectId: string; readonly score: number }[],
): Promise<readonly Listing[]> {
  const [ids, values] = [scores.map(({ subjectId }) => subjectId), scores.map(({ score }) => score)];
  const rows = await tx.rows<ListingRow>(sql`
    WITH score AS (SELECT * FROM unnest(${ids}::uuid[], ${values}::double precision[]) AS s (quest_id, value)),
    fresh AS (
      SELECT l.quest_id, greatest(0, coalesce(s.value, 0)) AS value
      FROM quests.listing l LEFT JOIN score s USING (quest_id)
      ORDER BY l.quest_id
      FOR UPDATE OF l)
    UPDATE quests.listing l SET popularity = f.value
    FROM fresh f WHERE f.quest_id = l.quest_id AND l.popularity <> f.value
    RETURNING ${columns}`);
  return rows.map(listingOf);
}
