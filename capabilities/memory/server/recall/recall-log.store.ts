import { type Reader, sql, type Tx } from '#platform/server/database';

/** A recall as it is kept for feedback. */
export interface LoggedRecall {
  readonly id: string;
  readonly spaceId: string;
  readonly ownerId: string;
  readonly queryHash: string;
  readonly strategy: string;
  readonly features: unknown;
  readonly nodeIds: readonly string[];
  readonly scores: readonly number[];
  readonly at: Date;
}

export async function insertRecalls(tx: Tx, recalls: readonly LoggedRecall[]): Promise<void> {
  const records = JSON.stringify(
    recalls.map((recall) => ({
      id: recall.id,
      space_id: recall.spaceId,
      owner_id: recall.ownerId,
      query_hash: recall.queryHash,
      strategy: recall.strategy,
      features: recall.features,
      node_ids: recall.nodeIds,
      scores: recall.scores,
      created_at: recall.at,
    })),
  );
  await tx.run(sql`
    INSERT INTO memory.recall_log (id, space_id, owner_id, query_hash, strategy, features, node_ids, scores, created_at)
    SELECT r.id, r.space_id, r.owner_id, r.query_hash, r.strategy, r.features, r.node_ids, r.scores, r.created_at
      FROM json_to_recordset(${records}::json) AS r(id uuid, space_id uuid, owner_id uuid, query_hash text,
        strategy text, features jsonb, node_ids uuid[], scores float8[], created_at timestamptz)
      JOIN memory.space s ON s.id = r.space_id
    ON CONFLICT (id) DO NOTHING`);
}

export interface RecallRow {
  readonly id: string;
  readonly space_id: string;
  readonly strategy: string;
  readonly features: unknown;
  readonly node_ids: readonly string[];
}

/** By its own id or by the answer it served. */
export async function findRecall(
  reader: Reader,
  spaceId: string,
  about: string,
): Promise<RecallRow | undefined> {
  return reader.row<RecallRow>(sql`
    SELECT id, space_id, strategy, features, node_ids FROM memory.recall_log
     WHERE space_id = ${spaceId} AND (id = ${about} OR answer_id = ${about})
     ORDER BY id = ${about} DESC, created_at DESC LIMIT 1`);
}

export async function bindAnswer(tx: Tx, recallId: string, answerId: string): Promise<void> {
  await tx.run(sql`UPDATE memory.recall_log SET answer_id = ${answerId} WHERE id = ${recallId}`);
}

/**
 * Counts accesses. Takes no version, and skips rows a writer holds; answers the ids that were counted.
 */
export async function countAccesses(
  tx: Tx,
  accesses: readonly { readonly id: string; readonly count: number }[],
  at: Date,
): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(sql`
    WITH free AS (
      SELECT n.id, a.count FROM unnest(${accesses.map(({ id }) => id)}::uuid[],
          ${accesses.map(({ count }) => count)}::int[]) AS a(id, count)
        JOIN memory.node n ON n.id = a.id FOR UPDATE OF n SKIP LOCKED)
    UPDATE memory.node n SET access_count = n.access_count + free.count, last_accessed_at = ${at}
      FROM free WHERE n.id = free.id RETURNING n.id`);
  return new Set(rows.map(({ id }) => id));
}

/** Adds uses to the figures of a day and of all time. */
export async function countUses(
  tx: Tx,
  uses: readonly {
    readonly spaceId: string;
    readonly ownerId: string;
    readonly strategy: string;
    readonly day: string;
    readonly count: number;
  }[],
): Promise<void> {
  const sorted = [...uses].sort((a, b) => (a.strategy < b.strategy ? -1 : 1));
  for (const { spaceId, ownerId, strategy, day, count } of sorted) {
    await tx.run(sql`
      INSERT INTO memory.strategy_day (space_id, owner_id, strategy, day, uses)
      SELECT id, ${ownerId}, ${strategy}, ${day}, ${count} FROM memory.space WHERE id = ${spaceId}
      ON CONFLICT (space_id, strategy, day) DO UPDATE SET uses = strategy_day.uses + excluded.uses`);
    await tx.run(sql`
      INSERT INTO memory.strategy_tally (strategy, uses) VALUES (${strategy}, ${count})
      ON CONFLICT (strategy) DO UPDATE SET uses = strategy_tally.uses + excluded.uses`);
  }
}
