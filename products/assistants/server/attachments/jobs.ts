import { Type } from 'typebox';
import { Id } from '#platform/contract';
import { defineJob } from '#platform/server/jobs';

const retry = { limit: 10, delaySeconds: 30, backoff: true } as const;

/** Deletes the bytes of files whose rows are gone. */
export const dropBytes = defineJob({
  name: 'assistants.drop_bytes',
  data: Type.Object({ keys: Type.Array(Type.String({ maxLength: 300 }), { maxItems: 100 }) }),
  retry,
  timeoutSeconds: 120,
});

/** Deletes a file that no question took within a day. */
export const dropLooseFile = defineJob({
  name: 'assistants.drop_loose_file',
  data: Type.Object({ company_id: Id, owner_id: Id, id: Id }),
  retry,
  timeoutSeconds: 60,
});
