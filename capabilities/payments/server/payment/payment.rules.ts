import type { Money } from '#base/money';
import { Refusal } from '#base/refusal';
import type { Observation, PaymentFact, PaymentState, RefundObservation } from './payment-types.ts';

function conflict(code: string, message: string): Refusal {
  return new Refusal('conflict', `payments.${code}`, message);
}

const rank = { created: 0, pending: 1, held: 2, succeeded: 3, canceled: 3 } as const;

/** What is still to be given back at most, refunds under way counted as gone. */
export function refundable({ status, captured, refunds }: PaymentState): number {
  if (status !== 'succeeded') return 0;
  return refunds
    .filter((refund) => refund.status !== 'canceled')
    .reduce((rest, { amount }) => rest - amount, captured);
}

function sumFits(state: PaymentState, { status, amount }: Observation): boolean {
  if (amount.currency !== state.amount.currency) return false;
  if (status === 'canceled') return true;
  if (status === 'succeeded' && state.flow === 'hold' && state.capture !== null) {
    return amount.amount === state.capture.amount || amount.amount === state.amount.amount;
  }
  return amount.amount === state.amount.amount;
}

/**
 * What to make of something a provider said. Steps may be missing; what is late or goes backwards is ignored;
 * another sum, currency or object than ours is written down once and never believed.
 */
export function decideObserved(state: PaymentState, observation: Observation): readonly PaymentFact[] {
  const { status, amount, providerId } = observation;
  const foreign = state.providerId !== null && state.providerId !== providerId;
  if (rank[status] <= rank[state.status]) {
    const bringsUrl =
      status === 'pending' &&
      state.status === 'pending' &&
      state.cancel === null &&
      state.confirmationUrl === null &&
      observation.confirmationUrl !== null;
    return bringsUrl && !foreign && sumFits(state, observation) ? [{ kind: 'observed', observation }] : [];
  }
  if (foreign || !sumFits(state, observation)) {
    return state.mismatched
      ? []
      : [{ kind: 'mismatch_observed', expected: state.amount, got: amount, status }];
  }
  return [{ kind: 'observed', observation }];
}

export function decideRefundObserved(
  state: PaymentState,
  refundId: string,
  observation: RefundObservation,
): readonly PaymentFact[] {
  const refund = state.refunds.find(({ id }) => id === refundId);
  if (refund === undefined || refund.status === 'succeeded' || refund.status === 'canceled') return [];
  if (refund.status === 'pending' && observation.status === 'pending') return [];
  const { amount } = observation;
  const fits = amount.amount === refund.amount && amount.currency === state.amount.currency;
  if (!fits || (refund.providerId !== null && refund.providerId !== observation.providerId)) {
    const expected = { amount: refund.amount, currency: state.amount.currency };
    return state.mismatched
      ? []
      : [{ kind: 'mismatch_observed', expected, got: amount, status: `refund:${observation.status}` }];
  }
  return [{ kind: 'refund_observed', refundId, observation }];
}

export function decideCapture(state: PaymentState, amount: Money | undefined): readonly PaymentFact[] {
  const sum = amount?.amount ?? state.amount.amount;
  if (amount !== undefined && amount.currency !== state.amount.currency) {
    throw conflict('currency_differs', 'The payment is in another currency.');
  }
  if (!Number.isSafeInteger(sum) || sum <= 0 || sum > state.amount.amount) {
    throw conflict('capture_exceeds', 'A capture takes a part of the held sum or all of it.');
  }
  if (state.capture !== null) {
    if (state.capture.amount === sum) return [];
    throw conflict('capture_differs', 'Another sum is being captured already.');
  }
  if (state.cancel !== null || state.status !== 'held') {
    throw conflict('not_held', 'Only a held payment can be captured.');
  }
  return [{ kind: 'capture_requested', amount: sum }];
}

export function decideCancel(state: PaymentState): readonly PaymentFact[] {
  if (state.status === 'canceled' || state.cancel !== null) return [];
  if (state.status === 'succeeded' || state.capture !== null) {
    throw conflict('already_captured', 'The money was taken already; refund it instead.');
  }
  const neverAsked = state.status === 'created' && state.submissionStartedAt === null;
  return neverAsked ? [{ kind: 'released' }] : [{ kind: 'cancel_requested' }];
}

export interface RefundOrder {
  readonly refundId: string;
  readonly amount: Money;
  readonly key: string;
  readonly reason: string;
}

export function decideRefund(state: PaymentState, order: RefundOrder): readonly PaymentFact[] {
  const { amount, currency } = order.amount;
  const known = state.refunds.find(({ key }) => key === order.key);
  if (known !== undefined) {
    if (known.amount === amount && currency === state.amount.currency) return [];
    throw conflict('refund_key_reused', 'This refund was asked for before, with another sum.');
  }
  if (state.status !== 'succeeded') {
    throw conflict('not_refundable', 'Only money that was taken can be given back.');
  }
  if (currency !== state.amount.currency) {
    throw conflict('currency_differs', 'The payment is in another currency.');
  }
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > refundable(state)) {
    throw conflict('refund_exceeds', 'That is more than can be given back.');
  }
  const { refundId, key, reason } = order;
  return [{ kind: 'refund_requested', refundId, key, amount, reason }];
}

export function decideSettlement(state: PaymentState): readonly PaymentFact[] {
  if (state.settlement !== null) return [];
  if (state.status !== 'succeeded' && state.capture === null) {
    throw conflict('not_settleable', 'Only what was paid can be settled.');
  }
  return [{ kind: 'settlement_requested' }];
}
