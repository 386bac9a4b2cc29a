import { hour, minute } from '#base/time';
import { type Provider, ProviderRefused, type Receipt } from '../providers/provider.ts';
import { linesForPart } from '../receipts/receipt.rules.ts';
import type { Decide } from './aggregate.ts';
import { idempotenceKey } from './idempotence.rules.ts';
import { decideObserved, decideRefund, decideRefundObserved } from './payment.rules.ts';
import type { PaymentState } from './payment-types.ts';
import type { Step } from './step.rules.ts';

export interface PerformOptions {
  readonly provider: Provider;
  readonly emailFor: (paymentId: string) => Promise<string | null>;
  readonly newId: () => string;
}

/** The key was used with another body (a receipt address changed in between): it was done then. */
const keyTaken = 'idempotence_key_duplicated';
const refundDescription = 'Возврат';

/**
 * Does one step with the provider and answers what to make of the result, to be decided on the state of that
 * moment. Throws a `Refusal` of kind unavailable while the result is unknown.
 */
export function createPerform({ provider, emailFor, newId }: PerformOptions) {
  async function receiptFor(state: PaymentState, part: number): Promise<Receipt> {
    return { email: await emailFor(state.id), lines: linesForPart(state.lines, part) };
  }

  async function submit(state: PaymentState): Promise<Decide> {
    const { id, amount, flow, method, description, returnPath, requestEventId } = state;
    const receipt = await receiptFor(state, amount.amount);
    const order = { reference: id, amount, flow, method, description, returnPath, receipt };
    try {
      const seen = await provider.create(idempotenceKey(requestEventId, 'create'), order);
      return (current) => decideObserved(current, seen);
    } catch (error) {
      if (!(error instanceof ProviderRefused)) throw error;
      const { reason } = error;
      if (reason === keyTaken) return lookUpSubmission(state);
      return ({ status }) => (status === 'created' ? [{ kind: 'submission_refused', reason }] : []);
    }
  }

  async function lookUpSubmission(state: PaymentState): Promise<Decide> {
    const since = state.submissionStartedAt ?? state.createdAt;
    const from = new Date(since.getTime() - 5 * minute);
    const listed = await provider.listPayments(from, new Date(since.getTime() + 25 * hour));
    const mine = listed.find(({ reference }) => reference === state.id);
    const seen = mine === undefined ? undefined : await provider.payment(mine.providerId);
    if (seen !== undefined) return (current) => decideObserved(current, seen);
    return ({ status }) =>
      status === 'created' ? [{ kind: 'submission_refused', reason: 'submission_lapsed' }] : [];
  }

  async function act(
    state: PaymentState,
    action: 'capture' | 'cancel',
    work: (providerId: string) => Promise<Parameters<typeof decideObserved>[1]>,
  ): Promise<Decide> {
    const { providerId } = state;
    if (providerId === null) return () => [];
    try {
      const seen = await work(providerId);
      return (current) => decideObserved(current, seen);
    } catch (error) {
      if (!(error instanceof ProviderRefused)) throw error;
      // It may have ended otherwise meanwhile (lapsed, captured by hand): the object itself says.
      const seen = await provider.payment(providerId);
      const { reason } = error;
      return (current) => {
        const facts = seen === undefined ? [] : decideObserved(current, seen);
        const isNews = facts.length === 0 && current.refusal !== `${action}:${reason}`;
        return isNews ? [{ kind: 'provider_refused', action, reason }] : facts;
      };
    }
  }

  async function refund(state: PaymentState, order: PaymentState['refunds'][number]): Promise<Decide> {
    const { id: refundId, eventId, amount } = order;
    if (state.providerId === null) return () => [];
    const isWhole = amount === state.amount.amount && state.captured === state.amount.amount;
    try {
      const seen = await provider.refund(idempotenceKey(eventId, 'refund'), {
        reference: refundId,
        providerId: state.providerId,
        amount: { amount, currency: state.amount.currency },
        description: refundDescription,
        receipt: isWhole ? null : await receiptFor(state, amount),
      });
      return (current) => decideRefundObserved(current, refundId, seen);
    } catch (error) {
      if (!(error instanceof ProviderRefused)) throw error;
      const { reason } = error;
      if (reason === keyTaken) return lookUpRefund(order);
      return ({ refunds }) =>
        refunds.find(({ id }) => id === refundId)?.status === 'requested'
          ? [{ kind: 'refund_refused', refundId, reason }]
          : [];
    }
  }

  async function lookUpRefund(order: PaymentState['refunds'][number]): Promise<Decide> {
    const { id: refundId, requestedAt } = order;
    const from = new Date(requestedAt.getTime() - 5 * minute);
    const listed = await provider.listRefunds(from, new Date(requestedAt.getTime() + 25 * hour));
    const mine = listed.find(({ reference }) => reference === refundId);
    const seen = mine === undefined ? undefined : await provider.refundOf(mine.providerId);
    if (seen !== undefined) return (current) => decideRefundObserved(current, refundId, seen);
    return () => [{ kind: 'refund_refused', refundId, reason: 'submission_lapsed' }];
  }

  async function settle(state: PaymentState): Promise<Decide> {
    const { providerId, settlement, captured, refunded, amount } = state;
    if (providerId === null || settlement === null) return () => [];
    const rest = captured - refunded;
    const key = idempotenceKey(settlement.eventId, 'receipt');
    const receipt = await receiptFor(state, rest);
    const sum = { amount: rest, currency: amount.currency };
    try {
      const receiptId = await provider.settle(key, providerId, sum, receipt);
      return (current) => (current.settlement?.done === false ? [{ kind: 'receipt_sent', receiptId }] : []);
    } catch (error) {
      if (!(error instanceof ProviderRefused)) throw error;
      const { reason } = error;
      return ({ refusal }) =>
        refusal === `receipt:${reason}` ? [] : [{ kind: 'provider_refused', action: 'receipt', reason }];
    }
  }

  return async (state: PaymentState, step: Step): Promise<Decide> => {
    switch (step.kind) {
      case 'submit':
        return submit(state);
      case 'look_up_submission':
        return lookUpSubmission(state);
      case 'cancel':
        return act(state, 'cancel', (id) => {
          const key = idempotenceKey(state.cancel?.eventId ?? state.id, 'cancel');
          return provider.cancel(key, id);
        });
      case 'capture': {
        const sum = { amount: step.amount, currency: state.amount.currency };
        const receipt = step.amount === state.amount.amount ? null : await receiptFor(state, step.amount);
        return act(state, 'capture', (id) =>
          provider.capture(idempotenceKey(step.eventId, 'capture'), id, sum, receipt),
        );
      }
      case 'return_money': {
        const order = { refundId: newId(), key: 'let-go', reason: 'paid after it was let go' };
        const amount = { amount: step.amount, currency: state.amount.currency };
        return (current) => decideRefund(current, { ...order, amount });
      }
      case 'refund':
        return refund(state, step.refund);
      case 'look_up_refund':
        return lookUpRefund(step.refund);
      case 'send_receipt':
        return settle(state);
      default:
        return step satisfies never;
    }
  };
}
