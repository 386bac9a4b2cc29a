import { Type } from 'typebox';
import { Id, Instant, Nullable } from '#platform/contract';
import { defineJob } from '#platform/server/jobs';

/** Deletes a prompt for good when nobody brought it back in time; `owner_id` is null for a company's. */
export const dropPrompt = defineJob({
  name: 'assistants.drop_prompt',
  data: Type.Object({ company_id: Id, owner_id: Nullable(Id), id: Id, deleted_at: Instant }),
  retry: { limit: 10, delaySeconds: 30, backoff: true },
  timeoutSeconds: 60,
});
