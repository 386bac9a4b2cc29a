import { Type } from 'typebox';
import { defineJob } from '#platform/server/jobs';

/** Takes over how popular quests became, from what people did. */
export const refreshPopularity = defineJob({
  name: 'quests.refresh_popularity',
  data: Type.Object({}),
  retry: { limit: 3, delaySeconds: 60, backoff: true },
  timeoutSeconds: 300,
  schedule: '*/15 * * * *',
});
