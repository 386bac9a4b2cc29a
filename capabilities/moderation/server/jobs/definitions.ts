import { Type } from 'typebox';
import { defineJob } from '#platform/server/jobs';

/** Forgets text signatures and ratings after thirty days. */
export const purgeTraces = defineJob({
  name: 'moderation.purge_traces',
  data: Type.Object({}),
  retry: { limit: 3, delaySeconds: 300, backoff: true },
  timeoutSeconds: 600,
  schedule: '23 4 * * *',
});
