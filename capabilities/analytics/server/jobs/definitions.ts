import { Type } from 'typebox';
import { defineJob } from '#platform/server/jobs';

/** Counts what came since the last time; with a day, that day again. */
export const rollUpJob = defineJob({
  name: 'analytics.roll_up',
  data: Type.Object({ day: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })) }),
  retry: { limit: 5, delaySeconds: 30, backoff: true },
  timeoutSeconds: 1_800,
  schedule: '17 * * * *',
});

/** Forgets single events after the retention. */
export const pruneJob = defineJob({
  name: 'analytics.forget_events',
  data: Type.Object({}),
  retry: { limit: 5, delaySeconds: 120, backoff: true },
  timeoutSeconds: 3_600,
  schedule: '23 2 * * *',
});
