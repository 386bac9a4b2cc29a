import { type Reader, sql } from '#platform/server/database';
import type { Ancestor, Derivation } from './ripple.rules.ts';

/** Everything made of the nodes, directly or not; forgotten ones only on request. */
export async function findAncestors(
  reader: Reader,
  spaceId: string,
  ids: readonly string[],
  withDeleted: boolean,
): Promise<(Ancestor & { readonly deleted: boolean })[]> {
  return reader.rows(sql`
    WITH RECURSIVE up(id) AS (
      SELECT e.from_id FROM memory.edge e WHERE e.to_id = ANY(${ids}::uuid[]) AND e.kind = 'derived_from'
      UNION
      SELECT e.from_id FROM up JOIN memory.edge e ON e.to_id = up.id AND e.kind = 'derived_from')
    SELECT n.id, n.level, n.deleted_at IS NOT NULL AS deleted FROM up
      JOIN memory.node n ON n.id = up.id AND n.space_id = ${spaceId}
     WHERE n.id <> ALL(${ids}::uuid[]) AND (${withDeleted}::boolean OR n.deleted_at IS NULL)`);
}

export async function findDerivations(reader: Reader, ids: readonly string[]): Promise<Derivation[]> {
  return reader.rows<Derivation>(sql`
    SELECT e.from_id AS "from", e.to_id AS "to", n.deleted_at IS NULL AS live
      FROM memory.edge e JOIN memory.node n ON n.id = e.to_id
     WHERE e.from_id = ANY(${ids}::uuid[]) AND e.kind = 'derived_from'`);
}

/** Corrections of the nodes: they are the same thing said again, and share its fate. */
export async function findCorrections(reader: Reader, ids: readonly string[]): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`
    WITH RECURSIVE c(id) AS (
      SELECT e.from_id FROM memory.edge e WHERE e.to_id = ANY(${ids}::uuid[]) AND e.kind = 'corrects'
      UNION
      SELECT e.from_id FROM c JOIN memory.edge e ON e.to_id = c.id AND e.kind = 'corrects')
    SELECT id FROM c`);
  return rows.map(({ id }) => id);
}
