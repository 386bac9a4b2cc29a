import type { Order } from '../../../contract/index.ts';

type Delivery = Order['delivery_state'];
export type ParcelMove = 'sent' | 'delivered' | 'returned';

const next: Readonly<Record<Delivery, readonly ParcelMove[]>> = {
  none: [],
  preparing: ['sent'],
  sent: ['delivered', 'returned'],
  delivered: ['returned'],
  returned: [],
};

/** Where a parcel can go from where it is; only of paid orders. */
export const parcelMoves = ({ state, delivery_state: at }: Pick<Order, 'state' | 'delivery_state'>) =>
  state === 'paid' ? next[at] : [];

/** Minor units the buyer paid with money. */
export const paidWithMoney = ({ total, discount, credits }: Pick<Order, 'total' | 'discount' | 'credits'>) =>
  total.amount - discount.amount - credits;
