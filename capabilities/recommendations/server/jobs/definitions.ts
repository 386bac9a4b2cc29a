import { Type } from 'typebox';
import { defineJob } from '#platform/server/jobs';

/** Builds the models of one collection, or without data sends itself for every collection. */
export const rebuildModelsJob = defineJob({
  name: 'recommendations.rebuild_models',
  data: Type.Object({ collection: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })) }),
  retry: { limit: 2, delaySeconds: 600, backoff: true },
  timeoutSeconds: 3_600,
  schedule: '37 2 * * *',
});
