import { type Reader, sql } from '#platform/server/database';
import type { Level, NodeKind } from '../../contract/index.ts';
import type { PlanInput } from './planner.ts';

interface InputRow {
  readonly id: string;
  readonly level: Level;
  readonly kind: NodeKind;
  readonly session_id: string | null;
  readonly ordinal: number;
  readonly label: string;
  readonly content: string;
  readonly speaker: string | null;
  readonly occurred_ms: number;
  readonly importance: number;
  readonly terms: string;
  readonly entities: PlanInput['entities'];
  readonly sources: readonly string[] | null;
  readonly group_key: string | null;
  readonly plan_hash: string | null;
  readonly pending: boolean;
  readonly stale: boolean;
}

/** Live memories of a level in order of time. */
export async function readPlanInput(reader: Reader, spaceId: string, level: Level): Promise<PlanInput[]> {
  const rows = await reader.rows<InputRow>(sql`
    SELECT n.id, n.level, n.kind, n.session_id, n.ordinal, n.label, n.content, n.speaker,
      (extract(epoch FROM n.occurred_at) * 1000)::float8 AS occurred_ms, n.importance, n.terms, n.entities,
      n.group_key, n.metadata ->> 'plan_hash' AS plan_hash, n.consolidated_at IS NULL AS pending, n.stale,
      CASE WHEN n.level > 0 THEN ARRAY(
        SELECT e.to_id FROM memory.edge e WHERE e.from_id = n.id AND e.kind = 'derived_from') END AS sources
    FROM memory.node n
    WHERE n.space_id = ${spaceId} AND n.level = ${level} AND n.deleted_at IS NULL
    ORDER BY n.occurred_at, n.session_id, n.ordinal, n.id`);
  return rows.map((row) => ({
    id: row.id,
    level: row.level,
    kind: row.kind,
    sessionId: row.session_id,
    ordinal: row.ordinal,
    label: row.label,
    content: row.content,
    speaker: row.speaker,
    occurredAt: row.occurred_ms,
    importance: row.importance,
    terms: row.terms,
    entities: row.entities,
    sources: row.sources ?? [],
    groupKey: row.group_key,
    planHash: row.plan_hash,
    pending: row.pending,
    stale: row.stale,
  }));
}
