import { Type } from 'typebox';
import { defineJob } from '#platform/server/jobs';

/** Sends one letter. The data is sealed: codes and addresses are nobody's business but the recipient's. */
export const sendMail = defineJob({
  name: 'identity.send_mail',
  data: Type.Object({ sealed: Type.String() }),
  retry: { limit: 6, delaySeconds: 5, backoff: true },
  timeoutSeconds: 60,
  concurrency: 4,
});

export const rotateKeys = defineJob({
  name: 'identity.rotate_keys',
  data: Type.Object({}),
  retry: { limit: 3, delaySeconds: 60, backoff: true },
  timeoutSeconds: 120,
  schedule: '17 3 * * *',
});

export const purgeExpired = defineJob({
  name: 'identity.purge_expired',
  data: Type.Object({}),
  retry: { limit: 3, delaySeconds: 60, backoff: true },
  timeoutSeconds: 300,
  schedule: '23 * * * *',
});
