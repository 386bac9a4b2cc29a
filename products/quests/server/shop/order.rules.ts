import type { Money } from '#base/money';
import { day } from '#base/time';
import type { Quote, ReceiptLine } from '#capabilities/payments/server';
import type { OrderLineRow, OrderRow } from './order.store.ts';

/** Minor units still to pay. */
export const dueOf = ({
  total,
  discount,
  credits,
}: Pick<OrderRow, 'total' | 'discount' | 'credits'>): number => total - discount - credits;

/**
 * Receipt lines that sum to what is due, to the kopeck: discounts and credits are spread over the lines by their
 * share, and what rounding leaves is put on single pieces.
 */
export function receiptLines(
  lines: readonly OrderLineRow[],
  due: number,
  currency: Money['currency'],
): ReceiptLine[] {
  const total = lines.reduce((sum, line) => sum + line.unit_price * line.quantity, 0);
  const result: ReceiptLine[] = [];
  let left = due;
  for (const [index, line] of lines.entries()) {
    const last = index === lines.length - 1;
    const share =
      last || total === 0
        ? left
        : Math.min(left, Math.floor((due * line.unit_price * line.quantity) / total));
    left -= share;
    const low = Math.floor(share / line.quantity);
    const dearer = share - low * line.quantity;
    const piece = {
      description: line.title.ru.slice(0, 128),
      vatCode: line.vat_code,
      subject: 'commodity' as const,
    };
    if (line.quantity > dearer && low > 0)
      result.push({ ...piece, quantity: line.quantity - dearer, unitPrice: { amount: low, currency } });
    if (dearer > 0) result.push({ ...piece, quantity: dearer, unitPrice: { amount: low + 1, currency } });
  }
  return result;
}

/** What the payment provider is told. */
export function quoteOf(order: OrderRow): Quote {
  const due = dueOf(order);
  const lines = receiptLines(order.lines, due, order.currency).map(
    (line): ReceiptLine => ({ ...line, subject: order.kind === 'quest' ? 'service' : 'commodity' }),
  );
  return {
    amount: { amount: due, currency: order.currency },
    flow: 'charge',
    description: `QuestCity № ${order.number}`,
    lines,
    returnPath: `/app/orders/${order.id}`,
  };
}

/** How many points may be done before a quest cannot be given back any more, and for how long. */
export interface RefundRule {
  readonly maxPoints: number;
  readonly days: number;
}

export function refundableUntil(order: OrderRow, pointsDone: number, rule: RefundRule): Date | null {
  if (order.state !== 'paid' || order.paid_at === null) return null;
  if (order.kind === 'quest' && pointsDone > rule.maxPoints) return null;
  if (order.kind === 'merch' && order.delivery_state !== 'preparing') return null;
  return new Date(order.paid_at.getTime() + rule.days * day);
}

/** A parcel moves in one direction. */
export function mayMove(from: OrderRow['delivery_state'], to: OrderRow['delivery_state']): boolean {
  const next: Readonly<Record<OrderRow['delivery_state'], readonly OrderRow['delivery_state'][]>> = {
    none: [],
    preparing: ['sent'],
    sent: ['delivered', 'returned'],
    delivered: ['returned'],
    returned: [],
  };
  return next[from].includes(to);
}
