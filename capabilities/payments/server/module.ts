import { defineRef } from '#base/ref';
import { identityRef } from '#capabilities/identity/server';
import { defineModule } from '#platform/server/modules';
import { PaymentChanged, RefundSettled } from '../contract/index.ts';
import { PaymentsConfig } from './config.ts';
import { paymentsRef } from './index.ts';
import {
  advancePayment,
  observePayment,
  pollPayments,
  purgeWebhooks,
  readWebhook,
  reconcileDay,
} from './jobs/definitions.ts';
import { createPaymentsService, type PaymentsService } from './service.ts';

/** Money in and out, receipts, and the ledger of credits. */
export const paymentsModule = defineModule({
  name: 'payments',
  // The same name, seen from inside with everything the module's own doors use.
  provides: defineRef<PaymentsService>(paymentsRef.id),
  uses: { identity: identityRef },
  config: PaymentsConfig,
  permissions: { manage_payments: ['manager', 'admin'] },
  publishes: [PaymentChanged, RefundSettled],
  jobs: [advancePayment, observePayment, readWebhook, pollPayments, reconcileDay, purgeWebhooks],
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createPaymentsService,
  privacy: (service) => service.personalData,
  serve: () => import('./http/index.ts'),
  work: () => import('./jobs/index.ts'),
  commands: () => import('./commands/index.ts'),
});
