import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Database } from '#platform/server/database';
import type { Providers } from '../providers/providers.ts';
import { type Aggregate, paymentNotFound } from './aggregate.ts';
import { payerOf, receiptEmailOf } from './party.store.ts';
import { decideObserved, decideRefundObserved } from './payment.rules.ts';
import type { PaymentState } from './payment-types.ts';
import { createPerform } from './perform.ts';
import { isUnsettled, nextLook, nextStep } from './step.rules.ts';
import { dueForLook, looksOf, unwatch, watch } from './watch.store.ts';

/** More steps in a row than any payment has: a step that changes nothing must not run for ever. */
const maxSteps = 12;

export interface Progress {
  /** Does everything that is to be done with the provider now. Refuses with `unavailable` while it does not answer. */
  advance(paymentId: string): Promise<PaymentState>;
  /** Asks the provider how the payment and its refunds stand, then advances. */
  observe(paymentId: string): Promise<PaymentState>;
  /** Payments somebody must look at now; each is due again later, whether the look succeeds or not. */
  takeDue(limit: number): Promise<readonly string[]>;
}

export interface ProgressOptions {
  readonly database: Database;
  readonly aggregate: Aggregate;
  readonly providers: Providers;
  readonly clock: Clock;
}

export function createProgress({ database, aggregate, providers, clock }: ProgressOptions): Progress {
  async function emailFor(paymentId: string): Promise<string | null> {
    return receiptEmailOf(database, await payerOf(database, paymentId));
  }

  async function load(paymentId: string): Promise<PaymentState> {
    const state = await aggregate.load(database, paymentId);
    if (state === undefined) throw paymentNotFound();
    return state;
  }

  /** Written before the call: whoever sees it knows that the provider may have the payment. */
  async function startSubmission(paymentId: string): Promise<PaymentState> {
    return database.transaction((tx) =>
      aggregate.change(tx, paymentId, ({ status, submissionStartedAt }) =>
        status === 'created' && submissionStartedAt === null ? [{ kind: 'submission_started' }] : [],
      ),
    );
  }

  async function advance(paymentId: string): Promise<PaymentState> {
    let state = await load(paymentId);
    for (let count = 0; count < maxSteps; count += 1) {
      const provider = providers.named(state.provider);
      const perform = createPerform({ provider, emailFor, newId });
      const step = nextStep(state, clock(), provider.cancelsPending);
      if (step === undefined) return state;
      if (step.kind === 'submit' && state.submissionStartedAt === null) {
        state = await startSubmission(paymentId);
        if (state.status !== 'created') continue;
      }
      const decide = await perform(state, step);
      const { version } = state;
      state = await database.transaction((tx) => aggregate.change(tx, paymentId, decide));
      // Nothing new: the provider is not ready, the poller comes back.
      if (state.version === version) return state;
    }
    return state;
  }

  async function observe(paymentId: string): Promise<PaymentState> {
    const state = await load(paymentId);
    const provider = providers.named(state.provider);
    const { providerId } = state;
    if (providerId !== null && state.status !== 'succeeded' && state.status !== 'canceled') {
      const seen = await provider.payment(providerId);
      if (seen !== undefined) {
        await database.transaction((tx) =>
          aggregate.change(tx, paymentId, (current) => decideObserved(current, seen)),
        );
      }
    }
    for (const refund of state.refunds) {
      if (refund.status !== 'pending' || refund.providerId === null) continue;
      const seen = await provider.refundOf(refund.providerId);
      if (seen === undefined) continue;
      await database.transaction((tx) =>
        aggregate.change(tx, paymentId, (current) => decideRefundObserved(current, refund.id, seen)),
      );
    }
    return advance(paymentId);
  }

  return {
    advance,
    observe,
    async takeDue(limit) {
      const now = clock();
      const ids = await dueForLook(database, now, limit);
      for (const id of ids) {
        const state = await load(id);
        const provider = providers.find(state.provider);
        await database.transaction(async (tx) => {
          if (!isUnsettled(state, now, provider?.cancelsPending ?? false)) return unwatch(tx, id);
          const looks = (await looksOf(tx, id)) + 1;
          return watch(tx, id, nextLook(state, looks, now), looks);
        });
      }
      return ids;
    },
  };
}
