import { Type } from 'typebox';
import { Id } from '#platform/contract';
import { defineJob } from '#platform/server/jobs';

/** Consolidates one space, or without data sends itself for every space that has something new. */
export const consolidateMemory = defineJob({
  name: 'memory.consolidate',
  data: Type.Object({
    owner_id: Type.Optional(Id),
    agent_id: Type.Optional(Type.String({ maxLength: 128 })),
  }),
  retry: { limit: 3, delaySeconds: 30, backoff: true },
  timeoutSeconds: 900,
  schedule: '7 * * * *',
});

export const collectGarbageJob = defineJob({
  name: 'memory.collect_garbage',
  data: Type.Object({}),
  retry: { limit: 3, delaySeconds: 300, backoff: true },
  timeoutSeconds: 3_600,
  schedule: '41 3 * * *',
});
