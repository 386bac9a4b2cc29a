import { Type } from 'typebox';
import { defineJob } from '#platform/server/jobs';

/** Deletes readings older than the retention. */
export const purgeTracksJob = defineJob({
  name: 'geo.purge_tracks',
  data: Type.Object({}),
  retry: { limit: 3, delaySeconds: 300, backoff: true },
  timeoutSeconds: 1_800,
  schedule: '23 * * * *',
});
