import { Type } from 'typebox';
import type { Clock } from '#base/time';
import type { Database } from '../database/index.ts';
import { eraseIdempotency, purgeIdempotency } from '../http/index.ts';
import { defineJob, type JobEngine } from '../jobs/index.ts';
import type { PersonalData } from '../privacy/index.ts';

const purgeAnswers = defineJob({
  name: 'platform.purge_answers',
  data: Type.Object({}),
  retry: { limit: 3, delaySeconds: 60, backoff: true },
  timeoutSeconds: 300,
  schedule: '17 * * * *',
});

/** Jobs of the platform itself. */
export const platformJobs = [purgeAnswers];

/** Says who does them. */
export function handlePlatformJobs(jobs: Pick<JobEngine, 'handle'>, database: Database, clock: Clock): void {
  jobs.handle(purgeAnswers, async () => {
    await purgeIdempotency(database, clock());
  });
}

/** What the platform keeps about a person: answers to repeatable requests, for a day. They are copies of other data. */
export const platformData: PersonalData = {
  export: async () => null,
  async erase(tx, userId) {
    await eraseIdempotency(tx, userId);
  },
};
