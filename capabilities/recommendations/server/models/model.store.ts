import { type Reader, sql, type Tx } from '#platform/server/database';
import { neighbourCount } from './item-knn.rules.ts';

/** Likes of a person that models look at: the latest. */
const longestHistory = 500;

export type ModelKind = 'item_knn' | 'ease';

export interface ModelRecord {
  readonly id: string;
  readonly collection: string;
  readonly kind: ModelKind;
  readonly current: boolean;
  readonly state: 'building' | 'ready' | 'failed';
  readonly items: number;
  readonly interactions: number;
  readonly started_at: Date;
  readonly finished_at: Date | null;
}

const likes = (collection: string) => sql`
  SELECT user_id, item_id, weight FROM (
    SELECT user_id, item_id, weight,
           row_number() OVER (PARTITION BY user_id ORDER BY happened_at DESC, item_id) AS place
    FROM recommendations.interaction WHERE collection = ${collection} AND weight > 0
  ) recent WHERE place <= ${longestHistory}`;

export async function collections(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.rows<{ collection: string }>(
    sql`SELECT DISTINCT collection FROM recommendations.interaction ORDER BY collection`,
  );
  return rows.map(({ collection }) => collection);
}

export async function startModel(
  tx: Tx,
  model: { readonly id: string; readonly collection: string; readonly kind: ModelKind; readonly now: Date },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO recommendations.model (id, collection, kind, state, started_at)
    VALUES (${model.id}, ${model.collection}, ${model.kind}, 'building', ${model.now})`);
}

export async function failModel(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(sql`UPDATE recommendations.model SET state = 'failed', finished_at = ${now} WHERE id = ${id}`);
}

/** Cosine of every two items that people share, shrunk by how many, the nearest of each item. Answers the items. */
export function insertItemKnn(
  tx: Tx,
  modelId: string,
  collection: string,
  shrinkage: number,
): Promise<number> {
  return tx.run(sql`
    WITH likes AS MATERIALIZED (${likes(collection)}),
    norm AS (SELECT item_id, sqrt(sum(weight * weight ORDER BY user_id)) AS norm FROM likes GROUP BY item_id),
    pair AS (
      SELECT a.item_id, b.item_id AS other_id, sum(a.weight * b.weight ORDER BY a.user_id) AS dot, count(*) AS common
      FROM likes a JOIN likes b ON b.user_id = a.user_id AND b.item_id <> a.item_id
      GROUP BY a.item_id, b.item_id
    ), scored AS (
      SELECT p.item_id, p.other_id, p.dot / (a.norm * b.norm) * p.common / (p.common + ${shrinkage}::double precision)
        AS weight
      FROM pair p JOIN norm a ON a.item_id = p.item_id JOIN norm b ON b.item_id = p.other_id
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY item_id ORDER BY weight DESC, other_id) AS place FROM scored
    )
    INSERT INTO recommendations.model_row (model_id, item_id, other_ids, weights)
    SELECT ${modelId}::uuid, item_id, array_agg(other_id ORDER BY place), array_agg(weight ORDER BY place)
    FROM ranked WHERE place <= ${neighbourCount} GROUP BY item_id`);
}

export interface Like {
  readonly user_id: string;
  readonly item_id: string;
  readonly weight: number;
}

/** The likes of the items that people interact with most, by person, then item. */
export function readLikes(reader: Reader, collection: string, mostItems: number): Promise<readonly Like[]> {
  return reader.rows<Like>(sql`
    WITH likes AS MATERIALIZED (${likes(collection)}), kept AS (
      SELECT item_id FROM likes GROUP BY item_id ORDER BY count(*) DESC, item_id LIMIT ${mostItems}
    )
    SELECT user_id, item_id, weight FROM likes JOIN kept USING (item_id) ORDER BY user_id, item_id`);
}

export interface ModelRow {
  readonly item_id: string;
  readonly other_ids: readonly string[];
  readonly weights: readonly number[];
}

export async function insertModelRows(tx: Tx, modelId: string, rows: readonly ModelRow[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO recommendations.model_row (model_id, item_id, other_ids, weights)
    SELECT ${modelId}::uuid, r.item_id, r.other_ids, r.weights
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(item_id text, other_ids text[], weights double precision[])`);
}

/** Makes the model the one that answers, and forgets the ones before it: readers see the old or the new, whole. */
export async function makeCurrent(
  tx: Tx,
  model: { readonly id: string; readonly collection: string; readonly kind: ModelKind },
  figures: { readonly items: number; readonly interactions: number; readonly now: Date },
): Promise<void> {
  const { id, collection, kind } = model;
  await tx.run(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`recommendations.model ${kind} ${collection}`}, 0))`,
  );
  await tx.run(sql`
    DELETE FROM recommendations.model WHERE collection = ${collection} AND kind = ${kind} AND id <> ${id}
      AND (state <> 'building' OR started_at < ${figures.now}::timestamptz - interval '1 day')`);
  await tx.run(sql`
    UPDATE recommendations.model SET state = 'ready', current = true, items = ${figures.items},
      interactions = ${figures.interactions}, finished_at = ${figures.now} WHERE id = ${id}`);
}

export async function countLikes(reader: Reader, collection: string): Promise<number> {
  const row = await reader.row<{ count: number }>(sql`
    SELECT count(*)::integer AS count FROM recommendations.interaction
    WHERE collection = ${collection} AND weight > 0`);
  return row?.count ?? 0;
}

/** The last build of each kind, and the one that answers when that is another. */
export function listModels(reader: Reader): Promise<readonly ModelRecord[]> {
  return reader.rows<ModelRecord>(sql`
    SELECT id, collection, kind, current, state, items, interactions, started_at, finished_at
    FROM (SELECT *, row_number() OVER (PARTITION BY collection, kind ORDER BY started_at DESC, id DESC) AS place
          FROM recommendations.model) builds
    WHERE place = 1 OR current ORDER BY collection, kind, started_at DESC`);
}
