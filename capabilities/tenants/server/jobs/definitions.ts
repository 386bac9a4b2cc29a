import { Type } from 'typebox';
import { defineJob } from '#platform/server/jobs';

/** Ends a company that was closed and not restored. */
export const endCompany = defineJob({
  name: 'tenants.end_company',
  data: Type.Object({ company_id: Type.String() }),
  retry: { limit: 12, delaySeconds: 60, backoff: true },
  timeoutSeconds: 60,
});
