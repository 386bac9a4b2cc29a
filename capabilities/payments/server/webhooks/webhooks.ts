import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import { type Clock, day } from '#base/time';
import type { Database } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Log } from '#platform/server/telemetry';
import { observePayment, readWebhook } from '../jobs/definitions.ts';
import type { Aggregate } from '../payment/aggregate.ts';
import { findByProviderId, findPayment } from '../payment/payment.read.ts';
import { decideObserved } from '../payment/payment.rules.ts';
import type { Progress } from '../payment/progress.ts';
import type { ProviderName } from '../providers/provider.ts';
import type { Providers } from '../providers/providers.ts';
import { createAllowList } from './allow-list.ts';
import { type Hint, readStripe, readYooKassa } from './notification.rules.ts';
import { verifyStripeSignature } from './signature.rules.ts';
import { deleteWebhooksBefore, saveWebhook } from './webhook.store.ts';

const keptMs = 30 * day;

export interface Webhooks {
  /** Refuses what does not come from YooKassa's addresses. What cannot be read is answered as if it could. */
  yookassa(body: string, address: string): Promise<void>;
  /** Refuses what Stripe did not sign within five minutes. */
  stripe(body: string, signature: string | undefined): Promise<void>;
  /** Asks the provider about the object a webhook named and feeds the answer to the payment it belongs to. */
  read(provider: string, objectId: string): Promise<void>;
  purge(): Promise<number>;
}

export interface WebhooksOptions {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly aggregate: Aggregate;
  readonly progress: Progress;
  readonly providers: Providers;
  readonly yookassaAddresses: string;
  readonly stripeSecret: string | undefined;
}

function refused(): Refusal {
  return new Refusal('forbidden', 'payments.webhook_refused', 'This notification is not accepted.');
}

export function createWebhooks(options: WebhooksOptions): Webhooks {
  const { database, jobs, clock, log, aggregate, progress, providers, stripeSecret } = options;
  const isYooKassa = createAllowList(options.yookassaAddresses);

  async function keep(provider: ProviderName, hint: Hint | undefined, body: string): Promise<void> {
    if (hint === undefined) {
      log.warn({ provider }, 'a notification of an unknown form was dropped');
      return;
    }
    const { dedupeKey, event, objectId } = hint;
    const at = clock();
    const row = { id: newId(at.getTime()), provider, dedupeKey, event, objectId, body, at };
    await database.transaction(async (tx) => {
      await saveWebhook(tx, row);
      // Also for a repeat: somebody may have forged the first one before it was true.
      const singletonKey = `${provider}:${objectId}`;
      await jobs.send(tx, readWebhook, { provider, object_id: objectId }, { singletonKey });
    });
  }

  return {
    async yookassa(body, address) {
      if (!isYooKassa(address)) throw refused();
      await keep('yookassa', readYooKassa(body), body);
    },
    async stripe(body, signature) {
      if (stripeSecret === undefined || !verifyStripeSignature(body, signature, stripeSecret, clock())) {
        throw refused();
      }
      await keep('stripe', readStripe(body), body);
    },
    async read(providerName, objectId) {
      const known = await findByProviderId(database, providerName, objectId);
      if (known !== undefined) {
        await progress.observe(known);
        return;
      }
      const provider = providers.named(providerName);
      const located = await provider.locate(objectId);
      const ours =
        located?.reference === undefined || located.reference === null
          ? undefined
          : await findPayment(database, located.reference);
      if (located === undefined || ours === undefined || ours.provider !== providerName) {
        log.warn({ provider: providerName }, 'a notification about a payment that is not ours');
        return;
      }
      const seen = await provider.payment(located.providerId);
      await database.transaction(async (tx) => {
        if (seen !== undefined) {
          await aggregate.change(tx, ours.id, (state) => decideObserved(state, seen));
        }
        await jobs.send(tx, observePayment, { payment_id: ours.id });
      });
    },
    purge: () => database.transaction((tx) => deleteWebhooksBefore(tx, new Date(clock().getTime() - keptMs))),
  };
}
