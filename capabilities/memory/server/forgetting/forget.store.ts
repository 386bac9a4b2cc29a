import { sql, type Tx } from '#platform/server/database';
import type { SpaceRow } from '../spaces/space.store.ts';
import type { Renewal, RenewalSource } from './renewal.rules.ts';

export async function softDelete(
  tx: Tx,
  space: SpaceRow,
  ids: readonly string[],
  batch: string | null,
  now: Date,
): Promise<number> {
  return tx.run(sql`
    UPDATE memory.node SET deleted_at = ${now}, forgotten_batch = ${batch}, updated_at = ${now}, version = ${space.version}
     WHERE space_id = ${space.id} AND id = ANY(${ids}::uuid[]) AND deleted_at IS NULL`);
}

export interface ForgottenRow {
  readonly id: string;
  readonly deleted_at: Date | null;
  readonly forgotten_batch: string | null;
}

export async function findForgotten(
  tx: Tx,
  spaceId: string,
  ids: readonly string[],
): Promise<ForgottenRow[]> {
  return tx.rows<ForgottenRow>(sql`
    SELECT id, deleted_at, forgotten_batch FROM memory.node
     WHERE space_id = ${spaceId} AND id = ANY(${ids}::uuid[])`);
}

export async function findBatches(tx: Tx, spaceId: string, batches: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM memory.node
     WHERE space_id = ${spaceId} AND deleted_at IS NOT NULL AND forgotten_batch = ANY(${batches}::uuid[])`);
  return rows.map(({ id }) => id);
}

/** Brings nodes back, except where another live one stands for the same thing by now; answers which came back. */
export async function undelete(
  tx: Tx,
  space: SpaceRow,
  ids: readonly string[],
  now: Date,
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    UPDATE memory.node n SET deleted_at = NULL, forgotten_batch = NULL, updated_at = ${now}, version = ${space.version}
     WHERE n.space_id = ${space.id} AND n.id = ANY(${ids}::uuid[]) AND n.deleted_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM memory.node o WHERE o.space_id = n.space_id AND o.group_key = n.group_key
         AND o.deleted_at IS NULL AND o.id <> n.id)
    RETURNING n.id`);
  return rows.map(({ id }) => id);
}

export async function findLiveSources(
  tx: Tx,
  id: string,
): Promise<(RenewalSource & { readonly importance: number; readonly occurred_at: Date })[]> {
  return tx.rows(sql`
    SELECT n.content, n.speaker, n.importance, n.occurred_at FROM memory.edge e
      JOIN memory.node n ON n.id = e.to_id AND n.deleted_at IS NULL
     WHERE e.from_id = ${id} AND e.kind = 'derived_from'
     ORDER BY n.occurred_at, n.ordinal, n.id LIMIT 500`);
}

/** Writes what was made anew and marks it for the next consolidation. */
export async function renewNode(
  tx: Tx,
  space: SpaceRow,
  id: string,
  renewal: Renewal & { readonly hash: string; readonly occurredAt: Date },
  now: Date,
): Promise<void> {
  const { label, content, analysis, hash, occurredAt } = renewal;
  await tx.run(sql`
    UPDATE memory.node SET label = ${label}, content = ${content}, content_hash = ${hash}, terms = ${analysis.terms},
      dates = ${JSON.stringify(analysis.dates)}::jsonb, entities = ${JSON.stringify(analysis.entities)}::jsonb,
      occurred_at = ${occurredAt}, metadata = '{}', stale = true, updated_at = ${now}, version = ${space.version}
     WHERE id = ${id} AND space_id = ${space.id}`);
  await tx.run(sql`DELETE FROM memory.node_vector WHERE node_id = ${id}`);
}

/** Sources whose derived memory went are looked at again by the next consolidation. */
export async function reconsider(tx: Tx, space: SpaceRow, ids: readonly string[]): Promise<void> {
  await tx.run(sql`
    UPDATE memory.node n SET consolidated_at = NULL, version = ${space.version}
     WHERE n.space_id = ${space.id} AND n.id = ANY(${ids}::uuid[]) AND n.consolidated_at IS NOT NULL`);
}

/** Answers which went. */
export async function hardDelete(tx: Tx, space: SpaceRow, ids: readonly string[]): Promise<string[]> {
  await tx.run(sql`
    UPDATE memory.feedback SET node_ids = ARRAY(SELECT i FROM unnest(node_ids) i WHERE i <> ALL(${ids}::uuid[]))
     WHERE space_id = ${space.id} AND node_ids && ${ids}::uuid[]`);
  await tx.run(sql`
    UPDATE memory.recall_log l SET (node_ids, scores) = (
        SELECT coalesce(array_agg(r.id ORDER BY r.place), '{}'), coalesce(array_agg(r.score ORDER BY r.place), '{}')
          FROM unnest(l.node_ids, l.scores) WITH ORDINALITY AS r(id, score, place) WHERE r.id <> ALL(${ids}::uuid[]))
     WHERE l.space_id = ${space.id} AND l.node_ids && ${ids}::uuid[]`);
  const rows = await tx.rows<{ id: string }>(
    sql`DELETE FROM memory.node WHERE space_id = ${space.id} AND id = ANY(${ids}::uuid[]) RETURNING id`,
  );
  return rows.map(({ id }) => id);
}

/** Empties a space: what was remembered, and what was learned from it. */
export async function emptySpace(tx: Tx, space: SpaceRow): Promise<number> {
  await tx.run(sql`DELETE FROM memory.recall_log WHERE space_id = ${space.id}`);
  await tx.run(sql`DELETE FROM memory.strategy_state WHERE space_id = ${space.id}`);
  await tx.run(sql`DELETE FROM memory.strategy_day WHERE space_id = ${space.id}`);
  await tx.run(
    sql`DELETE FROM memory.consolidation_run WHERE space_id = ${space.id} AND status <> 'running'`,
  );
  await tx.run(sql`UPDATE memory.space SET last_consolidation = NULL WHERE id = ${space.id}`);
  return tx.run(sql`DELETE FROM memory.node WHERE space_id = ${space.id}`);
}
