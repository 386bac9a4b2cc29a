import { sql, type Tx } from '#platform/server/database';
import type { EdgeKind } from '../../contract/index.ts';
import type { SpaceRow } from '../spaces/space.store.ts';
import type { NewNode } from './new-node.ts';

const chunk = 1_000;

function record(node: NewNode): Readonly<Record<string, unknown>> {
  return {
    id: node.id,
    level: node.level,
    kind: node.kind,
    session_id: node.sessionId,
    ordinal: node.ordinal,
    label: node.label,
    content: node.content,
    speaker: node.speaker,
    caption: node.caption,
    occurred_at: node.occurredAt,
    importance: node.importance,
    access_count: node.accessCount ?? 0,
    last_accessed_at: node.lastAccessedAt ?? null,
    content_hash: node.contentHash,
    terms: node.analysis.terms,
    dates: node.analysis.dates,
    entities: node.analysis.entities,
    group_key: node.groupKey,
    metadata: node.metadata,
    consolidated_at: node.consolidatedAt ?? null,
    created_at: node.createdAt,
  };
}

/** Inserts nodes in one statement per thousand; answers the ids that were free. */
export async function insertNodes(tx: Tx, space: SpaceRow, nodes: readonly NewNode[]): Promise<Set<string>> {
  const inserted = new Set<string>();
  for (let at = 0; at < nodes.length; at += chunk) {
    const records = JSON.stringify(nodes.slice(at, at + chunk).map(record));
    const rows = await tx.rows<{ id: string }>(sql`
      INSERT INTO memory.node (id, space_id, owner_id, level, kind, session_id, ordinal, label, content, speaker,
        caption, occurred_at, importance, access_count, last_accessed_at, content_hash, terms, dates, entities,
        group_key, metadata, consolidated_at, created_at, updated_at, version)
      SELECT id, ${space.id}, ${space.owner_id}, level, kind, session_id, ordinal, label, content, speaker,
        caption, occurred_at, importance, access_count, last_accessed_at, content_hash, terms, dates, entities,
        group_key, metadata, consolidated_at, created_at, created_at, ${space.version}
      FROM json_to_recordset(${records}::json) AS r(
        id uuid, level smallint, kind text, session_id text, ordinal integer, label text, content text,
        speaker text, caption text, occurred_at timestamptz, importance double precision, access_count integer,
        last_accessed_at timestamptz, content_hash text, terms text, dates jsonb, entities jsonb, group_key text,
        metadata jsonb, consolidated_at timestamptz, created_at timestamptz)
      ON CONFLICT (id) DO NOTHING RETURNING id`);
    for (const { id } of rows) inserted.add(id);
  }
  return inserted;
}

export interface NewEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly weight?: number;
}

export async function insertEdges(tx: Tx, space: SpaceRow, edges: readonly NewEdge[]): Promise<number> {
  let inserted = 0;
  for (let at = 0; at < edges.length; at += chunk * 5) {
    const part = edges.slice(at, at + chunk * 5);
    inserted += await tx.run(sql`
      INSERT INTO memory.edge (from_id, to_id, kind, weight, space_id, owner_id)
      SELECT f, t, k, w, ${space.id}, ${space.owner_id}
        FROM unnest(${part.map(({ from }) => from)}::uuid[], ${part.map(({ to }) => to)}::uuid[],
          ${part.map(({ kind }) => kind)}::text[], ${part.map(({ weight }) => weight ?? 1)}::float8[])
          AS e(f, t, k, w)
      ON CONFLICT DO NOTHING`);
  }
  return inserted;
}

export interface SameMemory {
  readonly id: string;
  readonly content_hash: string;
  readonly kind: 'turn' | 'note';
  readonly occurred_at: Date;
  readonly deleted_at: Date | null;
}

/**
 * Stored turns and notes that could be the same as new ones, live ones first, oldest first. The level is looked at here and
 * not in the statement: with it the planner prefers the index on levels, which is the whole space.
 */
export async function findSameMemories(
  tx: Tx,
  spaceId: string,
  hashes: readonly string[],
): Promise<SameMemory[]> {
  const rows = await tx.rows<SameMemory & { readonly level: number }>(sql`
    SELECT id, level, content_hash, kind, occurred_at, deleted_at FROM memory.node
     WHERE space_id = ${spaceId} AND content_hash = ANY(${hashes}::text[])
     ORDER BY deleted_at IS NOT NULL, id`);
  return rows.filter(({ level }) => level === 0);
}

/** The next free position of each session. */
export async function nextOrdinals(
  tx: Tx,
  spaceId: string,
  sessions: readonly string[],
): Promise<Map<string, number>> {
  if (sessions.length === 0) return new Map();
  const rows = await tx.rows<{ session_id: string; next: number }>(sql`
    SELECT s.session_id, coalesce((
        SELECT n.ordinal + 1 FROM memory.node n
         WHERE n.space_id = ${spaceId} AND n.session_id = s.session_id AND n.level = 0
         ORDER BY n.ordinal DESC LIMIT 1), 0) AS next
      FROM unnest(${sessions}::text[]) AS s(session_id)`);
  return new Map(rows.map((row) => [row.session_id, row.next]));
}

/** A note was told again: it matters a little more, and comes back if it was forgotten. */
export async function reinforceNotes(
  tx: Tx,
  space: SpaceRow,
  notes: readonly { readonly id: string; readonly importance: number }[],
  now: Date,
): Promise<void> {
  if (notes.length === 0) return;
  await tx.run(sql`
    UPDATE memory.node n
       SET importance = least(1, greatest(n.importance, r.importance) + 0.05), updated_at = ${now},
           version = ${space.version}
      FROM unnest(${notes.map(({ id }) => id)}::uuid[], ${notes.map(({ importance }) => importance)}::float8[])
        AS r(id, importance)
     WHERE n.id = r.id AND n.space_id = ${space.id}`);
}
