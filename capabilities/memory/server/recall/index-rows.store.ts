import { type Reader, sql } from '#platform/server/database';
import type { MemoryKind, MemoryLevel, SpaceDocument } from '../retrieval/space-document.ts';
import type { SpaceKey } from '../spaces/space-key.rules.ts';

/** What a projection knows: the space and epoch it was built in, and the version it has caught up with. */
export interface KnownState {
  readonly spaceId: string | null;
  readonly epoch: number;
  readonly version: number;
}

export interface IndexRow {
  readonly space_id: string;
  readonly space_version: number;
  readonly purge_epoch: number;
  /** Null when nothing changed. */
  readonly id: string | null;
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

/**
 * What changed since the known state, with the state reached, in one snapshot. Another space or epoch than the known one
 * answers everything live. No rows: the space does not exist.
 */
export async function readChanges(
  reader: Reader,
  { ownerId, agentId }: SpaceKey,
  known: KnownState,
  embeddingModel: string,
): Promise<IndexRow[]> {
  return reader.rows<IndexRow>(sql`
    SELECT s.id AS space_id, s.version AS space_version, s.purge_epoch, n.id, n.deleted_at IS NOT NULL AS deleted,
      n.level, n.kind, n.session_id, n.ordinal, (extract(epoch FROM n.occurred_at) * 1000)::float8 AS occurred_ms,
      n.speaker, n.terms, n.importance, n.access_count,
      (extract(epoch FROM n.last_accessed_at) * 1000)::float8 AS accessed_ms, n.dates, v.vector,
      CASE WHEN n.level > 0 THEN ARRAY(
        SELECT e.to_id FROM memory.edge e WHERE e.from_id = n.id AND e.kind = 'derived_from') END AS sources
    FROM (
      SELECT id, version, purge_epoch, coalesce(id = ${known.spaceId}::uuid AND purge_epoch = ${known.epoch}, false) AS same
        FROM memory.space WHERE owner_id = ${ownerId} AND agent_id = ${agentId}) s
    LEFT JOIN memory.node n ON n.space_id = s.id
      AND n.version > CASE WHEN s.same THEN ${known.version}::bigint ELSE -1 END
      AND (s.same OR n.deleted_at IS NULL)
    LEFT JOIN memory.node_vector v ON v.node_id = n.id AND v.model = ${embeddingModel}`);
}

function vectorOf(bytes: Buffer): Float32Array {
  const copy = new Uint8Array(bytes.byteLength - (bytes.byteLength % 4));
  copy.set(bytes.subarray(0, copy.length));
  return new Float32Array(copy.buffer);
}

export function documentOf(row: IndexRow, id: string): SpaceDocument {
  const document = {
    id,
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
