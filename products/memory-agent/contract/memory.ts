import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { LevelName, MemoryEdge, MemoryNode, MemoryNodeDetail, NodeKind } from './nodes.ts';

const read = { access: 'signed-in', scope: 'memory:read' } as const;
const write = { access: 'signed-in', scope: 'memory:write' } as const;

/** Characters of one memory at most. */
export const maxContent = 32_000;

const Importance = Type.Number({ minimum: 0, maximum: 1 });
const Content = Type.String({ minLength: 1, maxLength: maxContent, pattern: '\\S' });
const SessionId = Type.String({ minLength: 1, maxLength: 128 });

export const MemoryStats = Type.Object({
  l0_count: Type.Integer({ minimum: 0 }),
  l1_count: Type.Integer({ minimum: 0 }),
  l2_count: Type.Integer({ minimum: 0 }),
  l3_count: Type.Integer({ minimum: 0 }),
  last_consolidation: Type.Optional(Instant),
  /** Soft-deleted nodes that can still be restored. */
  forgotten_count: Type.Integer({ minimum: 0 }),
  /** L0 nodes not yet consolidated. */
  pending_count: Type.Integer({ minimum: 0 }),
});

export type MemoryStats = Static<typeof MemoryStats>;

export const memoryStats = defineRoute({
  method: 'GET',
  path: '/memory/stats',
  name: 'memory.stats',
  summary: 'How much is remembered at each level',
  ...read,
  reply: MemoryStats,
});

export const listMemoryLevel = defineRoute({
  method: 'GET',
  path: '/memory/:level',
  name: 'memory.list_level',
  summary: 'The newest memories of one level or of all, as a bare array',
  ...read,
  params: Type.Object({ level: Type.Enum(['all', 'l0', 'l1', 'l2', 'l3']) }),
  query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })) }),
  reply: Type.Array(MemoryNode),
});

export const searchMemory = defineRoute({
  method: 'GET',
  path: '/memory/nodes',
  name: 'memory.search_nodes',
  summary: 'Memories by filters, newest first, page by page',
  ...read,
  query: Type.Object({
    ...pageQuery,
    q: Type.Optional(
      Type.String({ minLength: 1, maxLength: 500, description: 'Words the content or label contains' }),
    ),
    level: Type.Optional(LevelName),
    kind: Type.Optional(NodeKind),
    min_importance: Type.Optional(Importance),
    max_importance: Type.Optional(Importance),
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
    session_id: Type.Optional(SessionId),
    deleted: Type.Optional(Type.Boolean({ description: 'Forgotten memories instead of live ones' })),
  }),
  reply: PageOf(MemoryNode),
});

export const remember = defineRoute({
  method: 'POST',
  path: '/memory/remember',
  name: 'memory.remember',
  summary: 'Remember a note, word for word',
  ...write,
  body: Type.Object({
    content: Content,
    importance: Type.Optional(Importance),
    session_id: Type.Optional(SessionId),
    speaker: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    occurred_at: Type.Optional(Instant),
  }),
  reply: Type.Object({ status: Type.Enum(['stored', 'duplicate']), id: Id }),
  status: 200,
  idempotent: true,
  refusals: ['memory.content_empty', 'memory.content_too_long'],
});

const Explanation = Type.Object({ stage: Type.String(), contribution: Type.Number() });

export const RecallResult = Type.Object({
  node: MemoryNode,
  score: Type.Number(),
  explain: Type.Array(Explanation),
});

export const recall = defineRoute({
  method: 'POST',
  path: '/memory/recall',
  name: 'memory.recall',
  summary: 'The memories that answer a question best, each with the reasons for its place',
  ...read,
  body: Type.Object({
    query: Type.String({ minLength: 1, maxLength: 4_000, pattern: '\\S' }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 10 })),
    levels: Type.Optional(Type.Array(LevelName, { minItems: 1, maxItems: 4 })),
    strategy: Type.Optional(
      Type.String({ minLength: 1, maxLength: 40, description: 'Default: chosen by what was learned' }),
    ),
    session_id: Type.Optional(SessionId),
  }),
  reply: Type.Object({
    recall_id: Id,
    strategy: Type.String(),
    results: Type.Array(RecallResult),
    timings_ms: Type.Record(Type.String(), Type.Number()),
  }),
  refusals: ['memory.unknown_strategy'],
});

export const consolidate = defineRoute({
  method: 'POST',
  path: '/memory/consolidate',
  name: 'memory.consolidate',
  summary: 'Make episodes, facts, topics and themes from what was remembered since the last time',
  ...write,
  reply: Type.Object({
    status: Type.Enum(['completed', 'already_running', 'nothing_to_do']),
    l0_to_l1: Type.Optional(Type.Integer()),
    l1_to_l2: Type.Optional(Type.Integer()),
    l2_to_l3: Type.Optional(Type.Integer()),
  }),
  rateLimit: { max: 10, windowSeconds: 60 },
});

export const collectGarbage = defineRoute({
  method: 'POST',
  path: '/memory/gc',
  name: 'memory.collect_garbage',
  summary: 'Forget what is unimportant, old and never used; delete for good what was forgotten long ago',
  ...write,
  body: Type.Optional(Type.Object({ dry_run: Type.Optional(Type.Boolean()) })),
  reply: Type.Object({
    soft_deleted: Type.Integer(),
    hard_deleted: Type.Integer(),
    errors: Type.Array(Type.String()),
    dry_run: Type.Boolean(),
  }),
  rateLimit: { max: 10, windowSeconds: 60 },
});

export const getNode = defineRoute({
  method: 'GET',
  path: '/memory/nodes/:id',
  name: 'memory.get_node',
  summary: 'One memory with its sources and what was made of it',
  ...read,
  params: IdParams,
  reply: MemoryNodeDetail,
  refusals: ['memory.node_not_found'],
});

export const updateNode = defineRoute({
  method: 'PATCH',
  path: '/memory/nodes/:id',
  name: 'memory.update_node',
  summary: 'Change label or importance, or the words of a note; a turn gets a correction beside it',
  ...write,
  params: IdParams,
  body: Type.Object({
    label: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })),
    importance: Type.Optional(Importance),
    content: Type.Optional(Content),
  }),
  reply: MemoryNode,
  refusals: ['memory.node_not_found', 'memory.content_derived'],
});

export const forgetNode = defineRoute({
  method: 'DELETE',
  path: '/memory/nodes/:id',
  name: 'memory.forget_node',
  summary: 'Forget a memory and what was made of it alone; with `permanently`, for good and at once',
  ...write,
  params: IdParams,
  query: Type.Object({ permanently: Type.Optional(Type.Boolean()) }),
  reply: Type.Object({ forgotten: Type.Integer({ description: 'Nodes that went, this one included' }) }),
  refusals: ['memory.node_not_found'],
});

export const restoreNode = defineRoute({
  method: 'POST',
  path: '/memory/nodes/:id/restore',
  name: 'memory.restore_node',
  summary: 'Bring a forgotten memory back, with what went along with it',
  ...write,
  params: IdParams,
  reply: MemoryNode,
  status: 200,
  refusals: ['memory.node_not_found', 'memory.node_not_forgotten'],
});

export const memoryGraph = defineRoute({
  method: 'GET',
  path: '/memory/graph',
  name: 'memory.graph',
  summary: 'Nodes and edges to draw: around one node, or the most important ones',
  ...read,
  query: Type.Object({
    center: Type.Optional(Id),
    depth: Type.Optional(Type.Integer({ minimum: 1, maximum: 3, default: 1 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000, default: 500 })),
    min_level: Type.Optional(LevelName),
  }),
  reply: Type.Object({
    nodes: Type.Array(MemoryNode),
    edges: Type.Array(MemoryEdge),
    truncated: Type.Boolean(),
  }),
});

export const Strategy = Type.Object({
  id: Type.String(),
  uses: Type.Integer(),
  /** Posterior mean of success; null before any feedback. */
  success_rate: Nullable(Type.Number()),
  /** One point a day, oldest first. */
  history: Type.Array(
    Type.Object({ day: Type.String(), uses: Type.Integer(), success_rate: Nullable(Type.Number()) }),
  ),
});

export const listStrategies = defineRoute({
  method: 'GET',
  path: '/memory/strategies',
  name: 'memory.list_strategies',
  summary: 'The retrieval strategies and how well each has served this person',
  ...read,
  reply: Type.Object({ items: Type.Array(Strategy) }),
});

export const importMemory = defineRoute({
  method: 'POST',
  path: '/memory/import',
  name: 'memory.import',
  summary: 'JSON lines: exported memories, or turns `{session_id, speaker, content, occurred_at}`',
  ...write,
  textBody: true,
  bodyLimit: 20 * 1024 * 1024,
  reply: Type.Object({ imported: Type.Integer(), duplicates: Type.Integer() }),
  refusals: ['memory.import_invalid'],
  rateLimit: { max: 20, windowSeconds: 60 },
});

export const exportMemory = defineRoute({
  method: 'GET',
  path: '/memory/export',
  name: 'memory.export',
  summary: 'Everything remembered, as JSON lines that `import` reads back',
  ...read,
  streams: 'ndjson',
});
