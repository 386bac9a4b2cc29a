import { Type } from 'typebox';
import { defineRoute, Id, Instant, Nullable } from '#platform/contract';

const operators = { access: { permission: 'view_analytics' } } as const;

/** A build of a model. */
export const Model = Type.Object({
  id: Id,
  collection: Type.String(),
  kind: Type.Enum(['item_knn', 'ease']),
  /** Whether it is the one that answers. */
  current: Type.Boolean(),
  state: Type.Enum(['building', 'ready', 'failed']),
  items: Type.Integer({ minimum: 0 }),
  interactions: Type.Integer({ minimum: 0 }),
  started_at: Instant,
  finished_at: Nullable(Instant),
});

export const listModels = defineRoute({
  ...operators,
  method: 'GET',
  path: '/recommendations/models',
  name: 'recommendations.list_models',
  summary: 'The last build of each model, and the ones that answer',
  reply: Type.Object({ items: Type.Array(Model) }),
});

export const rebuildModels = defineRoute({
  ...operators,
  method: 'POST',
  path: '/recommendations/models/rebuild',
  name: 'recommendations.rebuild_models',
  summary: 'Build the models of one collection or of all, in the background',
  body: Type.Object({
    collection: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9_.-]*$', maxLength: 80 })),
  }),
  reply: Type.Object({
    /** Builds that were sent; those that wait already are not sent again. */
    sent: Type.Integer({ minimum: 0 }),
  }),
  status: 202,
  refusals: ['recommendations.collection_not_found'],
  rateLimit: { max: 10, windowSeconds: 60 },
});
