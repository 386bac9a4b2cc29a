import { Type } from 'typebox';
import { Id } from '#platform/contract';
import { defineJob } from '#platform/server/jobs';

/** Does what is to be done with the provider of one payment. After its last try the poller goes on. */
export const advancePayment = defineJob({
  name: 'payments.advance_payment',
  data: Type.Object({ payment_id: Id }),
  retry: { limit: 6, delaySeconds: 5, backoff: true },
  timeoutSeconds: 180,
  concurrency: 4,
});

/** Asks the provider how one payment stands. */
export const observePayment = defineJob({
  name: 'payments.observe_payment',
  data: Type.Object({ payment_id: Id }),
  retry: { limit: 6, delaySeconds: 5, backoff: true },
  timeoutSeconds: 180,
  concurrency: 4,
});

/** Finds out whose payment an object is that a webhook spoke of. */
export const readWebhook = defineJob({
  name: 'payments.read_webhook',
  data: Type.Object({
    provider: Type.String({ maxLength: 20 }),
    object_id: Type.String({ maxLength: 100 }),
  }),
  retry: { limit: 6, delaySeconds: 5, backoff: true },
  timeoutSeconds: 180,
  concurrency: 4,
});

/** Looks at everything that no webhook told of. */
export const pollPayments = defineJob({
  name: 'payments.poll_payments',
  data: Type.Object({}),
  retry: { limit: 1, delaySeconds: 10, backoff: false },
  timeoutSeconds: 300,
  schedule: '* * * * *',
});

/** Compares yesterday with the providers. */
export const reconcileDay = defineJob({
  name: 'payments.reconcile_day',
  data: Type.Object({ day: Type.Optional(Type.String({ format: 'date' })) }),
  retry: { limit: 5, delaySeconds: 300, backoff: true },
  timeoutSeconds: 1_800,
  schedule: '41 2 * * *',
});

/** Deletes what webhooks said a month ago. */
export const purgeWebhooks = defineJob({
  name: 'payments.purge_webhooks',
  data: Type.Object({}),
  retry: { limit: 3, delaySeconds: 60, backoff: true },
  timeoutSeconds: 300,
  schedule: '11 4 * * *',
});
