import { hour, minute } from '#base/time';
import { refundable } from './payment.rules.ts';
import type { PaymentState, RefundState } from './payment-types.ts';

/** Providers keep idempotence keys for 24 hours; after this long a repeat could pay twice. */
export const keyLifetimeMs = 23 * hour;

/** What is to be done next with the provider of a payment. */
export type Step =
  | { readonly kind: 'submit' | 'look_up_submission' | 'cancel' | 'send_receipt' }
  | { readonly kind: 'capture'; readonly amount: number; readonly eventId: string }
  | { readonly kind: 'return_money'; readonly amount: number }
  | { readonly kind: 'refund' | 'look_up_refund'; readonly refund: RefundState };

function isStale(since: Date, now: Date): boolean {
  return now.getTime() - since.getTime() >= keyLifetimeMs;
}

/** `cancelsPending`: whether this provider lets go of payments nobody has paid yet. */
export function nextStep(state: PaymentState, now: Date, cancelsPending: boolean): Step | undefined {
  const { status, submissionStartedAt, cancel, capture, settlement } = state;
  switch (status) {
    case 'created':
      return submissionStartedAt !== null && isStale(submissionStartedAt, now)
        ? { kind: 'look_up_submission' }
        : { kind: 'submit' };
    case 'pending':
      return cancel !== null && cancelsPending ? { kind: 'cancel' } : undefined;
    case 'held':
      if (cancel !== null) return { kind: 'cancel' };
      return capture === null ? undefined : { kind: 'capture', ...capture };
    case 'succeeded': {
      // Money of a payment that was let go while its payer was still at the bank.
      const stray = cancel === null ? 0 : refundable(state);
      if (stray > 0) return { kind: 'return_money', amount: stray };
      const refund = state.refunds.find((one) => one.status === 'requested');
      if (refund !== undefined) {
        return { kind: isStale(refund.requestedAt, now) ? 'look_up_refund' : 'refund', refund };
      }
      const owed = settlement !== null && !settlement.done && state.refunded < state.captured;
      return owed ? { kind: 'send_receipt' } : undefined;
    }
    case 'canceled':
      return undefined;
    default:
      return status satisfies never;
  }
}

/** Whether something about the payment may still change without us. */
export function isUnsettled(state: PaymentState, now: Date, cancelsPending: boolean): boolean {
  if (state.status === 'created' || state.status === 'pending' || state.status === 'held') return true;
  return (
    state.refunds.some(({ status }) => status === 'requested' || status === 'pending') ||
    nextStep(state, now, cancelsPending) !== undefined
  );
}

const longestWait = hour;

/** When to look again: soon at first, then ever more rarely, and at the moment a hold lapses. */
export function nextLook(state: PaymentState, looks: number, now: Date): Date {
  const wait = Math.min(longestWait, (minute / 2) * 2 ** Math.min(looks, 10));
  const lapse = state.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const at = now.getTime() + wait;
  return new Date(lapse > now.getTime() ? Math.min(at, lapse + 1) : at);
}
