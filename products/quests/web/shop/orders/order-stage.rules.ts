import type { Order } from '../../../contract/index.ts';

/** Where an order stands, as its buyer sees it. */
export type OrderStage =
  | 'to_pay'
  | 'preparing_payment'
  | 'confirming'
  | 'payment_cancelled'
  | 'paid'
  | 'cancelled'
  | 'refunded';

export function stageOf({ state, payment }: Pick<Order, 'state' | 'payment'>): OrderStage {
  if (state !== 'awaiting_payment') return state;
  if (payment === null) return 'preparing_payment';
  switch (payment.status) {
    case 'created':
    case 'pending':
      return payment.confirmation_url === null ? 'preparing_payment' : 'to_pay';
    case 'held':
    case 'succeeded':
      return 'confirming';
    case 'canceled':
      return 'payment_cancelled';
  }
}

/** Whether a payment may be begun anew: it was cancelled, or the provider was never reached. */
export function mayPayAgain(stage: OrderStage): boolean {
  return stage === 'payment_cancelled' || stage === 'preparing_payment';
}

const minute = 60_000;

/** How often an order is asked about, in milliseconds: often while somebody is paying, then seldom; else never. */
export function pollEvery(
  { state, created_at }: Pick<Order, 'state' | 'created_at'>,
  now: number,
): number | false {
  if (state !== 'awaiting_payment') return false;
  return now - Date.parse(created_at) < 20 * minute ? 3_000 : 20_000;
}

/** Until when the order may be given back; null when that is over or was never so. */
export function refundDeadline(
  { refundable_until }: Pick<Order, 'refundable_until'>,
  now: number,
): Date | null {
  if (refundable_until === null) return null;
  const until = new Date(refundable_until);
  return until.getTime() > now ? until : null;
}
