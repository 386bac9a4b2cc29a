import { type Reader, sql } from '#platform/server/database';
import type { Level } from '../../contract/index.ts';
import type { MemoryNode } from '../nodes/node.ts';
import { type NodeRow, nodeColumns, presentNode } from '../nodes/node-read.store.ts';

/** The most important live nodes, upper levels first. */
export async function importantNodes(
  reader: Reader,
  spaceId: string,
  levels: readonly Level[],
  limit: number,
): Promise<MemoryNode[]> {
  const rows = await reader.rows<NodeRow>(sql`
    SELECT ${nodeColumns} FROM (
      SELECT n.* FROM memory.node n
       WHERE n.space_id = ${spaceId} AND n.deleted_at IS NULL AND n.level = ANY(${levels}::smallint[])
       ORDER BY n.level DESC, n.importance DESC, n.id DESC LIMIT ${limit}) n`);
  return rows.map(presentNode);
}

/** Live nodes up to `depth` steps from the centre, nearest first, the centre included. */
export async function nodesAround(
  reader: Reader,
  spaceId: string,
  center: string,
  depth: number,
  levels: readonly Level[],
  limit: number,
): Promise<MemoryNode[]> {
  let ring: string[] = [center];
  const seen = new Set(ring);
  for (let step = 0; step < depth && ring.length > 0 && seen.size < limit; step += 1) {
    const rows = await reader.rows<{ id: string }>(sql`
      SELECT o.id FROM (
        SELECT to_id AS id, weight FROM memory.edge WHERE from_id = ANY(${ring}::uuid[])
        UNION ALL SELECT from_id, weight FROM memory.edge WHERE to_id = ANY(${ring}::uuid[])) e
      JOIN memory.node o ON o.id = e.id AND o.space_id = ${spaceId} AND o.deleted_at IS NULL
       AND o.level = ANY(${levels}::smallint[])
      GROUP BY o.id, o.level, o.importance ORDER BY o.level DESC, o.importance DESC, o.id DESC
      LIMIT ${limit + seen.size}`);
    ring = rows.map(({ id }) => id).filter((id) => !seen.has(id));
    for (const id of ring) seen.add(id);
  }
  const order = [...seen].slice(0, limit);
  const rows = await reader.rows<NodeRow>(sql`
    SELECT ${nodeColumns} FROM unnest(${order}::uuid[]) WITH ORDINALITY AS w(id, place)
      JOIN memory.node n ON n.id = w.id AND n.space_id = ${spaceId} AND n.deleted_at IS NULL
     ORDER BY w.place`);
  return rows.map(presentNode);
}
