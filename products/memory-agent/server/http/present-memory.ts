import type { Static } from 'typebox';
import { type Level, levelName } from '#capabilities/memory/contract';
import type {
  MemoryEdge,
  MemoryNode,
  MemoryNodeDetail,
  MemoryStats,
  RecallResult,
} from '#capabilities/memory/server';
import type * as wire from '../../contract/index.ts';

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

export function presentNode(node: MemoryNode): wire.MemoryNode {
  return {
    id: node.id,
    label: node.label,
    content: node.content,
    level: levelName(node.level),
    kind: node.kind,
    importance: node.importance,
    created_at: node.createdAt.toISOString(),
    connections: node.connections,
    occurred_at: instant(node.occurredAt),
    speaker: node.speaker,
    session_id: node.sessionId,
    access_count: node.accessCount,
    deleted_at: instant(node.deletedAt),
  };
}

export function presentEdge(edge: MemoryEdge): wire.MemoryEdge {
  return { from_id: edge.fromId, to_id: edge.toId, kind: edge.kind, weight: edge.weight };
}

export function presentDetail({ node, sources, derived, edges }: MemoryNodeDetail): wire.MemoryNodeDetail {
  return {
    ...presentNode(node),
    sources: sources.map(presentNode),
    derived: derived.map(presentNode),
    edges: edges.map(presentEdge),
  };
}

export function presentStats({
  counts,
  forgotten,
  pending,
  lastConsolidation,
}: MemoryStats): wire.MemoryStats {
  const [l0, l1, l2, l3] = counts;
  return {
    l0_count: l0,
    l1_count: l1,
    l2_count: l2,
    l3_count: l3,
    forgotten_count: forgotten,
    pending_count: pending,
    ...(lastConsolidation === null ? {} : { last_consolidation: lastConsolidation.toISOString() }),
  };
}

export function presentRecalled({ node, score, explain }: RecallResult): Static<typeof wire.RecallResult> {
  return { node: presentNode(node), score, explain: [...explain] };
}

const levels: readonly Level[] = [0, 1, 2, 3];

/** The levels from one upwards. */
export function levelsFrom(lowest: Level): readonly Level[] {
  return levels.filter((level) => level >= lowest);
}
