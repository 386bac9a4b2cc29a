import { Type } from 'typebox';
import { Id } from '#platform/contract';
import { defineJob } from '#platform/server/jobs';

/** Decides for a new notice where it goes and when. */
export const planNotice = defineJob({
  name: 'notifications.plan_notice',
  data: Type.Object({ notification_id: Id }),
  retry: { limit: 6, delaySeconds: 5, backoff: true },
  timeoutSeconds: 30,
  concurrency: 4,
});

/** Sends one delivery. Trouble outside makes a new job for later; the retries are for trouble of our own. */
export const deliver = defineJob({
  name: 'notifications.deliver_notice',
  data: Type.Object({ delivery_id: Id }),
  retry: { limit: 6, delaySeconds: 40, backoff: true },
  timeoutSeconds: 90,
  concurrency: 8,
});

export const tellOperators = defineJob({
  name: 'notifications.tell_operators',
  data: Type.Object({ alert_id: Id }),
  retry: { limit: 6, delaySeconds: 20, backoff: true },
  timeoutSeconds: 60,
});

export const purgeOld = defineJob({
  name: 'notifications.purge_old',
  data: Type.Object({}),
  retry: { limit: 3, delaySeconds: 60, backoff: true },
  timeoutSeconds: 600,
  schedule: '41 3 * * *',
});
