import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable } from '#platform/contract';

export const levels = ['l0', 'l1', 'l2', 'l3'] as const;

export const LevelName = Type.Enum(['l0', 'l1', 'l2', 'l3'], {
  description: 'l0 turns and notes, l1 episodes, l2 facts and topics, l3 themes',
});

export const NodeKind = Type.Enum(['turn', 'note', 'episode', 'fact', 'topic', 'theme']);

/** One memory as lists show it. */
export const MemoryNode = Type.Object({
  id: Id,
  label: Type.String(),
  content: Type.String(),
  level: LevelName,
  kind: NodeKind,
  importance: Type.Number({ minimum: 0, maximum: 1 }),
  created_at: Instant,
  /** How many edges the node has. */
  connections: Type.Integer({ minimum: 0 }),
  occurred_at: Nullable(Instant),
  speaker: Nullable(Type.String()),
  session_id: Nullable(Type.String()),
  access_count: Type.Integer({ minimum: 0 }),
  deleted_at: Nullable(Instant),
});

export type MemoryNode = Static<typeof MemoryNode>;

export const EdgeKind = Type.Enum(['derived_from', 'similar', 'mentions', 'follows', 'corrects']);

export const MemoryEdge = Type.Object({
  from_id: Id,
  to_id: Id,
  kind: EdgeKind,
  weight: Type.Number(),
});

export type MemoryEdge = Static<typeof MemoryEdge>;

/** One memory with where it came from and what was made of it. */
export const MemoryNodeDetail = Type.Intersect([
  MemoryNode,
  Type.Object({
    /** One level down: what this node was made from. */
    sources: Type.Array(MemoryNode),
    /** One level up: what was made from this node. */
    derived: Type.Array(MemoryNode),
    edges: Type.Array(MemoryEdge),
  }),
]);

export type MemoryNodeDetail = Static<typeof MemoryNodeDetail>;
