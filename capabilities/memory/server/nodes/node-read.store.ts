import { type Reader, type Sql, sql } from '#platform/server/database';
import type { EdgeKind, Level, NodeKind } from '../../contract/index.ts';
import type { MemoryEdge, MemoryNode } from './node.ts';

/** A node as read; `terms` and other inner columns are read only where they are needed. */
export interface NodeRow {
  readonly id: string;
  readonly level: Level;
  readonly kind: NodeKind;
  readonly session_id: string | null;
  readonly ordinal: number;
  readonly label: string;
  readonly content: string;
  readonly speaker: string | null;
  readonly caption: string | null;
  readonly occurred_at: Date;
  readonly importance: number;
  readonly access_count: number;
  readonly last_accessed_at: Date | null;
  readonly connections: number;
  readonly stale: boolean;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly deleted_at: Date | null;
}

/** Edges whose other end is forgotten do not count. */
const connections = sql`(
  SELECT count(*)::int FROM (
    SELECT to_id AS other FROM memory.edge WHERE from_id = n.id
    UNION ALL SELECT from_id FROM memory.edge WHERE to_id = n.id) e
  JOIN memory.node o ON o.id = e.other AND o.deleted_at IS NULL)`;

export const nodeColumns: Sql = sql`n.id, n.level, n.kind, n.session_id, n.ordinal, n.label, n.content, n.speaker,
  n.caption, n.occurred_at, n.importance, n.access_count, n.last_accessed_at, n.stale, n.metadata, n.created_at,
  n.updated_at, n.deleted_at, ${connections} AS connections`;

export function presentNode(row: NodeRow): MemoryNode {
  return {
    id: row.id,
    level: row.level,
    kind: row.kind,
    sessionId: row.session_id,
    ordinal: row.ordinal,
    label: row.label,
    content: row.content,
    speaker: row.speaker,
    caption: row.caption,
    occurredAt: row.occurred_at,
    importance: row.importance,
    accessCount: row.access_count,
    lastAccessedAt: row.last_accessed_at,
    connections: row.connections,
    stale: row.stale,
    metadata: row.metadata,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}

export async function findNode(reader: Reader, spaceId: string, id: string): Promise<MemoryNode | undefined> {
  const row = await reader.row<NodeRow>(sql`
    SELECT ${nodeColumns} FROM memory.node n WHERE n.id = ${id} AND n.space_id = ${spaceId}`);
  return row === undefined ? undefined : presentNode(row);
}

/**
 * Live nodes among the ids, in no order. The space is compared as text, which no index can serve: right after a large
 * import, before the statistics are renewed, the planner would otherwise read the whole space to find a few ids.
 */
export async function findLiveNodes(
  reader: Reader,
  spaceId: string,
  ids: readonly string[],
): Promise<MemoryNode[]> {
  const rows = await reader.rows<NodeRow>(sql`
    SELECT ${nodeColumns} FROM memory.node n
     WHERE n.id = ANY(${ids}::uuid[]) AND n.space_id::text = ${spaceId} AND n.deleted_at IS NULL`);
  return rows.map(presentNode);
}

interface EdgeRow {
  readonly from_id: string;
  readonly to_id: string;
  readonly kind: EdgeKind;
  readonly weight: number;
}

function presentEdge(row: EdgeRow): MemoryEdge {
  return { fromId: row.from_id, toId: row.to_id, kind: row.kind, weight: row.weight };
}

/** Edges of one node whose other end is live. */
export async function findEdges(reader: Reader, id: string): Promise<MemoryEdge[]> {
  const rows = await reader.rows<EdgeRow>(sql`
    SELECT e.from_id, e.to_id, e.kind, e.weight FROM memory.edge e
      JOIN memory.node o ON o.id = CASE WHEN e.from_id = ${id} THEN e.to_id ELSE e.from_id END
     WHERE (e.from_id = ${id} OR e.to_id = ${id}) AND o.deleted_at IS NULL
     ORDER BY e.kind, e.weight DESC, e.from_id, e.to_id LIMIT 2000`);
  return rows.map(presentEdge);
}

/** Edges with both ends among the ids. */
export async function findEdgesBetween(reader: Reader, ids: readonly string[]): Promise<MemoryEdge[]> {
  const rows = await reader.rows<EdgeRow>(sql`
    SELECT from_id, to_id, kind, weight FROM memory.edge
     WHERE from_id = ANY(${ids}::uuid[]) AND to_id = ANY(${ids}::uuid[])
     ORDER BY from_id, to_id, kind`);
  return rows.map(presentEdge);
}
