import { type Reader, sql } from '#platform/server/database';
import type { MemoryKind, MemoryLevel, SpaceDocument } from '../retrieval/space-document.ts';

/** What a projection knows: the space and epoch it was built in, and the version it has caught up with. */
export interface KnownState {
  readonly spaceId: string | null;
  readonly epoch: number;
  readonly version: number;
}

export interface IndexRow {
  readonly id: string;
  readonly version: number;
  readonly deleted: boolean;
  readonly level: MemoryLevel;
  readonly kind: MemoryKind;
  readonly session_id: string | null;
  readonly ordinal: number;
  readonly occurred_ms: number;
  readonly speaker: string | null;
  readonly terms: string;
  readonly importance: number;
  readonly access_count: number;
  readonly accessed_ms: number | null;
  readonly sources: readonly string[] | null;
  readonly dates: readonly { readonly from: string; readonly to: string }[];
  readonly vector: Buffer | null;
}

/** Where reading goes on: after this row. */
export interface ChangeCursor {
  readonly version: number;
  readonly id: string;
}

/**
 * The next rows in order of version; soft-deleted ones only when they may be known. Read the space first: rows of later
 * versions may be among these, and come again next time. The limit keeps the planner on the index whatever it believes.
 */
export async function readChanges(
  reader: Reader,
  spaceId: string,
  after: ChangeCursor,
  withDeleted: boolean,
  embeddingModel: string,
  limit: number,
): Promise<IndexRow[]> {
  return reader.rows<IndexRow>(sql`
    SELECT n.id, n.version, n.deleted_at IS NOT NULL AS deleted,
      n.level, n.kind, n.session_id, n.ordinal, (extract(epoch FROM n.occurred_at) * 1000)::float8 AS occurred_ms,
      n.speaker, n.terms, n.importance, n.access_count,
      (extract(epoch FROM n.last_accessed_at) * 1000)::float8 AS accessed_ms, n.dates, v.vector,
      CASE WHEN n.level > 0 THEN ARRAY(
        SELECT e.to_id FROM memory.edge e WHERE e.from_id = n.id AND e.kind = 'derived_from') END AS sources
    FROM memory.node n LEFT JOIN memory.node_vector v ON v.node_id = n.id AND v.model = ${embeddingModel}
    WHERE n.space_id = ${spaceId} AND (n.version, n.id) > (${after.version}::bigint, ${after.id}::uuid)
      AND (${withDeleted}::boolean OR n.deleted_at IS NULL)
    ORDER BY n.version, n.id LIMIT ${limit}`);
}

function vectorOf(bytes: Buffer): Float32Array {
  const copy = new Uint8Array(bytes.byteLength - (bytes.byteLength % 4));
  copy.set(bytes.subarray(0, copy.length));
  return new Float32Array(copy.buffer);
}

export function documentOf(row: IndexRow): SpaceDocument {
  const document = {
    id: row.id,
    level: row.level,
    kind: row.kind,
    sessionId: row.session_id,
    ordinal: row.ordinal,
    occurredAt: row.occurred_ms,
    speaker: row.speaker,
    terms: row.terms,
    importance: row.importance,
    accessCount: row.access_count,
    lastAccessedAt: row.accessed_ms,
    sources: row.sources ?? [],
    dates: row.dates,
  };
  return row.vector === null ? document : { ...document, vector: vectorOf(row.vector) };
}
