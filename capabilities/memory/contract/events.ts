import { type Static, Type } from 'typebox';
import { defineEvent, Id, Nullable } from '#platform/contract';

/** Consolidation made or renewed memories of an owner. */
export const MemoryConsolidated = defineEvent(
  'memory.consolidated.v1',
  Type.Object({
    owner_id: Id,
    agent_id: Type.String(),
    l0_to_l1: Type.Integer(),
    l1_to_l2: Type.Integer(),
    l2_to_l3: Type.Integer(),
  }),
);

/** Memories were deleted for good: what else tells their words lets go of them. */
export const MemoriesPurged = defineEvent(
  'memory.purged.v1',
  Type.Object({
    owner_id: Id,
    agent_id: Type.String(),
    /** Null: everything that agent remembered of the owner. */
    node_ids: Nullable(Type.Array(Id)),
  }),
);

/** Message on the channel `memory:<owner id>`; best effort, the truth is behind the routes. */
export const MemoryMessage = Type.Union([
  Type.Object({
    kind: Type.Literal('consolidation'),
    /** `reading`, `l1`, `l2`, `l3`, then `finished` or `failed`. */
    phase: Type.Enum(['reading', 'l1', 'l2', 'l3', 'finished', 'failed']),
    done: Type.Integer({ minimum: 0 }),
    total: Type.Integer({ minimum: 0 }),
  }),
  /** Memories were added, changed, forgotten or restored: figures and lists are out of date. */
  Type.Object({ kind: Type.Literal('changed') }),
]);

export type MemoryMessage = Static<typeof MemoryMessage>;

/** The realtime channel of an owner's memory; only the owner may follow it. */
export function memoryChannel(ownerId: string): string {
  return `memory:${ownerId}`;
}
