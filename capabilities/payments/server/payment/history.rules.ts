import type {
  Observation,
  PaymentState,
  RefundObservation,
  RefundState,
  RequestedFact,
  StoredFact,
} from './payment-types.ts';

function begin(id: string, { id: eventId, at, version }: StoredFact, fact: RequestedFact): PaymentState {
  const { kind: _kind, ...request } = fact;
  return {
    ...request,
    id,
    version,
    requestEventId: eventId,
    status: 'created',
    captured: 0,
    refunded: 0,
    providerId: null,
    providerCreatedAt: null,
    confirmationUrl: null,
    cancellationReason: null,
    expiresAt: null,
    createdAt: at,
    updatedAt: at,
    submissionStartedAt: null,
    capture: null,
    cancel: null,
    refunds: [],
    settlement: null,
    mismatched: false,
    refusal: null,
  };
}

function observed(state: PaymentState, observation: Observation): PaymentState {
  const { providerId, status, amount, confirmationUrl, expiresAt, reason, createdAt } = observation;
  return {
    ...state,
    providerId,
    providerCreatedAt: new Date(createdAt),
    status,
    captured: status === 'succeeded' ? amount.amount : 0,
    confirmationUrl: status === 'pending' ? (confirmationUrl ?? state.confirmationUrl) : null,
    expiresAt: status === 'held' && expiresAt !== null ? new Date(expiresAt) : null,
    cancellationReason: status === 'canceled' ? (reason ?? 'general_decline') : null,
  };
}

function withRefund(
  state: PaymentState,
  refundId: string,
  change: (refund: RefundState) => RefundState,
): PaymentState {
  const refunds = state.refunds.map((refund) => (refund.id === refundId ? change(refund) : refund));
  const refunded = refunds
    .filter(({ status }) => status === 'succeeded')
    .reduce((sum, { amount }) => sum + amount, 0);
  return { ...state, refunds, refunded };
}

function refundObserved(refund: RefundState, seen: RefundObservation): RefundState {
  return {
    ...refund,
    status: seen.status,
    providerId: seen.providerId,
    providerCreatedAt: new Date(seen.createdAt),
    cancellationReason: seen.status === 'canceled' ? (seen.reason ?? 'general_decline') : null,
  };
}

function applied(state: PaymentState, { id: eventId, at, fact }: StoredFact): PaymentState {
  switch (fact.kind) {
    case 'requested':
      return state;
    case 'submission_started':
      return { ...state, submissionStartedAt: at };
    case 'submission_refused':
      return { ...state, status: 'canceled', cancellationReason: fact.reason };
    case 'observed':
      return { ...observed(state, fact.observation), refusal: null };
    case 'mismatch_observed':
      return { ...state, mismatched: true };
    case 'capture_requested':
      return { ...state, capture: { eventId, amount: fact.amount } };
    case 'cancel_requested':
      return { ...state, cancel: { eventId }, confirmationUrl: null };
    case 'released':
      return { ...state, status: 'canceled', cancellationReason: 'canceled_by_merchant' };
    case 'refund_requested': {
      const { refundId: id, key, amount, reason } = fact;
      const refund: RefundState = {
        ...{ id, eventId, key, amount, reason, status: 'requested', requestedAt: at },
        ...{ providerId: null, providerCreatedAt: null, cancellationReason: null },
      };
      return { ...state, refunds: [...state.refunds, refund] };
    }
    case 'refund_observed':
      return withRefund(state, fact.refundId, (refund) => refundObserved(refund, fact.observation));
    case 'refund_refused':
      return withRefund(state, fact.refundId, (refund) => ({
        ...refund,
        status: 'canceled',
        cancellationReason: fact.reason,
      }));
    case 'settlement_requested':
      return { ...state, settlement: { eventId, done: false } };
    case 'receipt_sent':
      return {
        ...state,
        settlement: state.settlement === null ? null : { ...state.settlement, done: true },
      };
    case 'provider_refused':
      return { ...state, refusal: `${fact.action}:${fact.reason}` };
    default:
      return fact satisfies never;
  }
}

/** One fact further. */
export function evolve(id: string, state: PaymentState | undefined, stored: StoredFact): PaymentState {
  if (state === undefined) {
    if (stored.fact.kind !== 'requested') throw new Error(`The history of payment ${id} has no beginning.`);
    return begin(id, stored, stored.fact);
  }
  return { ...applied(state, stored), version: stored.version, updatedAt: stored.at };
}

/** A payment from its whole history, or from a state and what followed. */
export function replay(id: string, facts: readonly StoredFact[], from?: PaymentState): PaymentState {
  let state = from;
  for (const stored of facts) state = evolve(id, state, stored);
  if (state === undefined) throw new Error(`Payment ${id} has no history.`);
  return state;
}
