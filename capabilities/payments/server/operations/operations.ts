import { newId } from '#base/ids';
import type { Currency } from '#base/money';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Database } from '#platform/server/database';
import type { Payments } from '../index.ts';
import { amountInvalid, creditsOf, type FullLedger } from '../ledger/ledger.ts';
import { paymentNotFound } from '../payment/aggregate.ts';
import { findPayment } from '../payment/payment.read.ts';
import type { OperatorView } from '../payment/payment-views.ts';
import type { Progress } from '../payment/progress.ts';

/** What operators do with their own hands. Every act is audited in its own transaction. */
export interface Operations {
  refund(
    actorId: string,
    paymentId: string,
    order: { readonly amount: number | undefined; readonly reason: string; readonly key: string | undefined },
  ): Promise<OperatorView>;
  capture(actorId: string, paymentId: string, amount: number | undefined): Promise<OperatorView>;
  cancel(actorId: string, paymentId: string): Promise<OperatorView>;
  adjust(
    actorId: string,
    adjustment: {
      readonly userId: string;
      readonly amount: number;
      readonly currency: Currency;
      readonly reason: string;
    },
  ): Promise<{ readonly account: string; readonly currency: Currency; readonly balance: number }>;
}

export interface OperationsOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly identity: Pick<Identity, 'audit' | 'person'>;
  readonly payments: Payments;
  readonly progress: Progress;
  readonly ledger: FullLedger;
}

export function createOperations(options: OperationsOptions): Operations {
  const { database, clock, identity, payments, progress, ledger } = options;

  async function view(paymentId: string): Promise<OperatorView> {
    const found = await findPayment(database, paymentId);
    if (found === undefined) throw paymentNotFound();
    return found;
  }

  /** The decision stands; a provider that does not answer now is asked again by the job. */
  async function tryNow(paymentId: string): Promise<OperatorView> {
    try {
      await progress.advance(paymentId);
    } catch (error) {
      if (!(error instanceof Refusal && error.kind === 'unavailable')) throw error;
    }
    return view(paymentId);
  }

  return {
    async refund(actorId, paymentId, { amount, reason, key }) {
      const { amount: whole, captured, refunded } = await view(paymentId);
      const sum = { amount: amount ?? captured - refunded, currency: whole.currency };
      await database.transaction(async (tx) => {
        const order = { amount: sum, key: key ?? `operator:${newId(clock().getTime())}`, reason };
        const refundId = await payments.refund(tx, paymentId, order);
        await identity.audit(tx, {
          action: 'payments.payment_refunded',
          actorId,
          subjectId: paymentId,
          details: { refund_id: refundId, amount: sum.amount, currency: sum.currency },
        });
      });
      return tryNow(paymentId);
    },
    async capture(actorId, paymentId, amount) {
      const { amount: whole } = await view(paymentId);
      const sum = { amount: amount ?? whole.amount, currency: whole.currency };
      await database.transaction(async (tx) => {
        await payments.capture(tx, paymentId, sum);
        const details = { amount: sum.amount, currency: sum.currency };
        await identity.audit(tx, {
          action: 'payments.payment_captured',
          actorId,
          subjectId: paymentId,
          details,
        });
      });
      return tryNow(paymentId);
    },
    async cancel(actorId, paymentId) {
      await view(paymentId);
      await database.transaction(async (tx) => {
        await payments.cancel(tx, paymentId);
        await identity.audit(tx, {
          action: 'payments.payment_canceled',
          actorId,
          subjectId: paymentId,
        });
      });
      return tryNow(paymentId);
    },
    async adjust(actorId, { userId, amount, currency, reason }) {
      if (amount === 0) throw amountInvalid();
      if ((await identity.person(userId)) === undefined) {
        throw new Refusal('not_found', 'payments.person_unknown', 'There is no such person.');
      }
      const account = creditsOf(userId);
      await database.transaction(async (tx) => {
        const key = `payments.adjustment:${newId(clock().getTime())}`;
        const legs = [
          { account, amount },
          { account: 'platform:adjustments', amount: -amount },
        ];
        const transaction = { key, kind: 'payments.adjustment', currency, legs, subjectId: userId };
        await ledger.postWithReason(tx, transaction, reason);
        await identity.audit(tx, {
          action: 'payments.credits_adjusted',
          actorId,
          subjectId: userId,
          details: { amount, currency },
        });
      });
      return { account, currency, balance: await ledger.balance(database, account, currency) };
    },
  };
}
