import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Database, Tx } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Ledger, NewPayment, Payments, PaymentView } from '../index.ts';
import { advancePayment } from '../jobs/definitions.ts';
import type { Providers } from '../providers/providers.ts';
import { checkReceipt } from '../receipts/receipt.rules.ts';
import { type Aggregate, paymentNotFound } from './aggregate.ts';
import { insertParty, receiptEmailOf, saveReceiptEmail } from './party.store.ts';
import { findLive, findPayment, findPaymentsOf } from './payment.read.ts';
import { decideCancel, decideCapture, decideRefund, decideSettlement } from './payment.rules.ts';
import type { RequestedFact } from './payment-types.ts';
import type { Progress } from './progress.ts';

export interface PaymentsOptions {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly aggregate: Aggregate;
  readonly progress: Progress;
  readonly providers: Providers;
  readonly ledger: Ledger;
}

/** Whoever prepared a payment usually submits it a moment later; the job is for when they cannot. */
const graceSeconds = 10;
const attempts = 3;

function checkRequest({ amount, description, returnPath, flow, method }: NewPayment): void {
  const invalid = (code: string, message: string) => new Refusal('invalid', `payments.${code}`, message);
  if (!Number.isSafeInteger(amount.amount) || amount.amount <= 0) {
    throw invalid('amount_invalid', 'A payment is a whole number of minor units above zero.');
  }
  if (description.trim() === '' || description.length > 128) {
    throw invalid('description_invalid', 'A payment needs a description of 1 to 128 characters.');
  }
  if (!/^\/app\/[^\s\\]*$/.test(returnPath)) {
    throw invalid('return_path_invalid', 'The payer returns to a path of the web application.');
  }
  if (flow === 'hold' && method === 'sbp') {
    throw invalid('method_cannot_hold', 'Fast payments (SBP) take money at once; they cannot reserve it.');
  }
}

/** A payment nobody has paid yet and that asks for something else than is asked for now. */
function isOutdated(live: PaymentView, wanted: NewPayment): boolean {
  if (live.status !== 'created' && live.status !== 'pending') return false;
  return (
    live.amount.amount !== wanted.amount.amount ||
    live.amount.currency !== wanted.amount.currency ||
    live.flow !== wanted.flow ||
    (wanted.method !== undefined && live.method !== wanted.method)
  );
}

export function createPayments(options: PaymentsOptions): Payments {
  const { database, jobs, clock, aggregate, progress, providers, ledger } = options;

  async function sendAdvance(tx: Tx, paymentId: string, startAfterSeconds: number): Promise<void> {
    await jobs.send(tx, advancePayment, { payment_id: paymentId }, { startAfterSeconds });
  }

  async function view(paymentId: string): Promise<PaymentView> {
    const found = await findPayment(database, paymentId);
    if (found === undefined) throw paymentNotFound();
    return found;
  }

  async function cancel(tx: Tx, paymentId: string): Promise<void> {
    const before = await aggregate.load(tx, paymentId);
    const after = await aggregate.change(tx, paymentId, decideCancel);
    if (after.version !== before?.version) await sendAdvance(tx, paymentId, 0);
  }

  function requestOf(payment: NewPayment, provider: string): RequestedFact {
    const { purpose, subjectId, method, flow, amount, description, lines, returnPath } = payment;
    return {
      kind: 'requested',
      ...{ purpose, subjectId, provider, flow, amount, description, lines, returnPath },
      method: method ?? null,
    };
  }

  async function prepare(tx: Tx, payment: NewPayment): Promise<string> {
    checkRequest(payment);
    checkReceipt(payment.amount, payment.lines);
    const provider = providers.choose(payment.amount.currency);
    if (payment.receiptEmail !== undefined) {
      await saveReceiptEmail(tx, payment.payerId, payment.receiptEmail);
    }
    if (provider.needsEmail && (await receiptEmailOf(tx, payment.payerId)) === null) {
      const message = 'Tell us an e-mail address for the receipt.';
      throw new Refusal('invalid', 'payments.receipt_email_required', message);
    }
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const live = await findLive(tx, payment.purpose, payment.subjectId);
      if (live !== undefined && live.payerId !== payment.payerId) {
        throw new Refusal(
          'conflict',
          'payments.paid_by_another',
          'Somebody else is paying for this already.',
        );
      }
      if (live !== undefined && !isOutdated(live, payment)) return live.id;
      if (live !== undefined) await cancel(tx, live.id);
      const id = newId(clock().getTime());
      await insertParty(tx, id, payment.payerId);
      const begun = await aggregate.begin(tx, id, requestOf(payment, provider.name));
      if (begun === undefined) continue;
      await sendAdvance(tx, id, graceSeconds);
      return id;
    }
    throw new Refusal('conflict', 'payments.busy', 'This is being paid for at this moment; try again.');
  }

  return {
    ledger,
    prepare,
    cancel,
    async submit(paymentId) {
      await progress.advance(paymentId);
      return view(paymentId);
    },
    payment: (paymentId) => findPayment(database, paymentId),
    paymentsOf: (purpose, subjectId) => findPaymentsOf(database, purpose, subjectId),
    async capture(tx, paymentId, amount) {
      await aggregate.change(tx, paymentId, (state) => decideCapture(state, amount));
      await sendAdvance(tx, paymentId, 0);
    },
    async refund(tx, paymentId, { amount, key, reason }) {
      const order = { refundId: newId(clock().getTime()), amount, key, reason };
      const after = await aggregate.change(tx, paymentId, (state) => decideRefund(state, order));
      await sendAdvance(tx, paymentId, 0);
      return after.refunds.find((refund) => refund.key === key)?.id ?? order.refundId;
    },
    async settle(tx, paymentId) {
      await aggregate.change(tx, paymentId, decideSettlement);
      await sendAdvance(tx, paymentId, 0);
    },
  };
}
