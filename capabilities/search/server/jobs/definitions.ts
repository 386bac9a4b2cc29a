import { Type } from 'typebox';
import { defineJob } from '#platform/server/jobs';

/** Merges what writers noted about the frequencies of words; sent by them, and every hour for safety. */
export const mergeVocabularyJob = defineJob({
  name: 'search.merge_vocabulary',
  data: Type.Object({}),
  retry: { limit: 5, delaySeconds: 10, backoff: true },
  timeoutSeconds: 1_800,
  schedule: '17 * * * *',
});
