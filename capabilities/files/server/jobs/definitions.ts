import { Type } from 'typebox';
import { Id } from '#platform/contract';
import { defineJob } from '#platform/server/jobs';

/** Checks a large upload that lies in quarantine. */
export const checkUpload = defineJob({
  name: 'files.check_upload',
  data: Type.Object({ file_id: Id, claim: Id, storage_key: Type.String() }),
  retry: { limit: 8, delaySeconds: 15, backoff: true },
  timeoutSeconds: 300,
});

/** Deletes what is stored for files that are gone. */
export const removeObjects = defineJob({
  name: 'files.remove_objects',
  data: Type.Object({ file_ids: Type.Array(Id, { maxItems: 500 }) }),
  retry: { limit: 12, delaySeconds: 30, backoff: true },
  timeoutSeconds: 600,
});

/** Takes addresses out of the content network. */
export const purgeAddresses = defineJob({
  name: 'files.purge_addresses',
  data: Type.Object({ urls: Type.Array(Type.String({ maxLength: 2_000 }), { maxItems: 10_000 }) }),
  retry: { limit: 12, delaySeconds: 30, backoff: true },
  timeoutSeconds: 300,
});

/** Forgets unfinished uploads, files nobody uses, and those deleted long enough ago. */
export const collectFiles = defineJob({
  name: 'files.collect_files',
  data: Type.Object({}),
  retry: { limit: 3, delaySeconds: 120, backoff: true },
  timeoutSeconds: 900,
  schedule: '23 * * * *',
});
