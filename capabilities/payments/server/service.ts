import type { Database } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import type { PersonalData } from '#platform/server/privacy';
import type { PaymentsContext } from './context.ts';
import type { Payments, PaymentView } from './index.ts';
import { createLedger, type FullLedger } from './ledger/ledger.ts';
import { createLists, type Lists } from './lists.ts';
import { paymentsMetrics } from './metrics.ts';
import { createOperations, type Operations } from './operations/operations.ts';
import { createAggregate } from './payment/aggregate.ts';
import { createAnnounce } from './payment/announce.ts';
import { createPaying, type PayingRequest } from './payment/paying.ts';
import { createPayments } from './payment/payments.ts';
import { createProgress, type Progress } from './payment/progress.ts';
import { rebuildProjections } from './payment/rebuild.ts';
import { createPersonalData } from './privacy.ts';
import { configuredProviders } from './providers/configured.ts';
import { createCheckoutPage, type SandboxCheckoutPage } from './providers/sandbox/checkout.ts';
import { createReconciliation, type Reconciliation } from './reconciliation/reconciliation.ts';
import { createWebhooks, type Webhooks } from './webhooks/webhooks.ts';

/** Everything this module's own doors use; other modules see `Payments` only. */
export interface PaymentsService extends Payments {
  readonly ledger: FullLedger;
  readonly operations: Operations;
  readonly progress: Progress;
  readonly reconciliation: Reconciliation;
  readonly webhooks: Webhooks;
  /** Undefined in production. */
  readonly checkout: SandboxCheckoutPage | undefined;
  readonly personalData: PersonalData;
  readonly lists: Lists;
  readonly database: Database;
  /** Pays for something a product offers, through its `payablePoint`. */
  pay(request: PayingRequest, caller: Caller): Promise<PaymentView>;
  /** Replays every history; answers how many payments there are. */
  rebuild(): Promise<number>;
}

export async function createPaymentsService(context: PaymentsContext): Promise<PaymentsService> {
  const { database, clock, events, jobs, log, metrics, identity, filled, config } = context;
  const { providers, sandbox } = await configuredProviders(context);
  const ledger = createLedger(clock);
  const announce = createAnnounce(events, paymentsMetrics(metrics), log);
  const cancelsPending = (name: string) => providers.find(name)?.cancelsPending ?? false;
  const aggregate = createAggregate({ clock, cancelsPending, announce });
  const progress = createProgress({ database, aggregate, providers, clock });
  const payments = createPayments({ database, jobs, clock, aggregate, progress, providers, ledger });
  return {
    ...payments,
    ledger,
    progress,
    checkout: sandbox === undefined ? undefined : createCheckoutPage(sandbox, progress),
    database,
    lists: createLists(database),
    pay: createPaying(database, payments, filled),
    operations: createOperations({ database, clock, identity, payments, progress, ledger }),
    reconciliation: createReconciliation(database, providers, clock, log),
    webhooks: createWebhooks({
      ...{ database, jobs, clock, log, aggregate, progress, providers },
      yookassaAddresses: config.YOOKASSA_WEBHOOK_ADDRESSES,
      stripeSecret: config.STRIPE_WEBHOOK_SECRET,
    }),
    personalData: createPersonalData(database),
    rebuild: () => rebuildProjections(database),
  };
}
