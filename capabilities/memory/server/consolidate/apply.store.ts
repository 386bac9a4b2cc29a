import { sql, type Tx } from '#platform/server/database';
import type { NewNode } from '../nodes/new-node.ts';
import type { SpaceRow } from '../spaces/space.store.ts';

export interface StoredGroup {
  readonly id: string;
  readonly group_key: string;
  /** Of the plan it was written from; null when its words were changed since. */
  readonly plan_hash: string | null;
  readonly stale: boolean;
}

export async function findGroups(tx: Tx, spaceId: string, keys: readonly string[]): Promise<StoredGroup[]> {
  return tx.rows<StoredGroup>(sql`
    SELECT n.id, n.group_key, n.metadata ->> 'plan_hash' AS plan_hash, n.stale
      FROM memory.node n
     WHERE n.space_id = ${spaceId} AND n.group_key = ANY(${keys}::text[]) AND n.deleted_at IS NULL`);
}

/** Which of the ids are live in this space. */
export async function findLiveIds(tx: Tx, spaceId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM memory.node WHERE space_id = ${spaceId} AND id = ANY(${ids}::uuid[]) AND deleted_at IS NULL`);
  return new Set(rows.map(({ id }) => id));
}

/** Gives a derived memory the words and sources of a new plan; the level above looks at it again. */
export async function rewriteGroup(
  tx: Tx,
  space: SpaceRow,
  id: string,
  node: NewNode,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE memory.node SET kind = ${node.kind}, label = ${node.label}, content = ${node.content},
      session_id = ${node.sessionId}, content_hash = ${node.contentHash}, terms = ${node.analysis.terms},
      dates = ${JSON.stringify(node.analysis.dates)}::jsonb, entities = ${JSON.stringify(node.analysis.entities)}::jsonb,
      occurred_at = ${node.occurredAt}, metadata = ${JSON.stringify(node.metadata)}::jsonb, stale = false,
      consolidated_at = NULL, updated_at = ${now}, version = ${space.version}
     WHERE id = ${id} AND space_id = ${space.id}`);
  await tx.run(sql`DELETE FROM memory.edge WHERE from_id = ${id} AND kind <> 'corrects'`);
  await tx.run(sql`DELETE FROM memory.node_vector WHERE node_id = ${id}`);
}

export async function freshen(tx: Tx, space: SpaceRow, ids: readonly string[]): Promise<void> {
  await tx.run(sql`
    UPDATE memory.node SET stale = false WHERE space_id = ${space.id} AND id = ANY(${ids}::uuid[]) AND stale`);
}

/** The level above looks at these again although their own words stay. */
export async function reopen(tx: Tx, space: SpaceRow, ids: readonly string[]): Promise<void> {
  await tx.run(sql`
    UPDATE memory.node SET consolidated_at = NULL
     WHERE space_id = ${space.id} AND id = ANY(${ids}::uuid[]) AND consolidated_at IS NOT NULL`);
}

/** Marks what was read at a version as looked at; what changed since stays to be looked at. */
export async function settle(
  tx: Tx,
  space: SpaceRow,
  ids: readonly string[],
  readAt: number,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE memory.node SET consolidated_at = ${now}
     WHERE space_id = ${space.id} AND id = ANY(${ids}::uuid[]) AND consolidated_at IS NULL AND version <= ${readAt}`);
}

/** Takes derived memories that stand for nothing any more out of sight; what was made of them is due to be made anew. */
export async function retire(tx: Tx, space: SpaceRow, ids: readonly string[], now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE memory.node SET deleted_at = ${now}, forgotten_batch = NULL, updated_at = ${now}, version = ${space.version}
     WHERE space_id = ${space.id} AND id = ANY(${ids}::uuid[]) AND level > 0 AND deleted_at IS NULL`);
  await tx.run(sql`
    UPDATE memory.node SET stale = true
     WHERE space_id = ${space.id} AND NOT stale AND deleted_at IS NULL AND id IN (
       SELECT from_id FROM memory.edge WHERE to_id = ANY(${ids}::uuid[]) AND kind = 'derived_from')`);
}
