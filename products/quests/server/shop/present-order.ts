import type { PaymentView } from '#capabilities/payments/server';
import type * as contract from '../../contract/index.ts';
import type { QuestsContext } from '../uses.ts';
import type { OrderRow } from './order.store.ts';
import type { Orders } from './orders.ts';
import { codeOf } from './promo.store.ts';

export interface OrderPresenter {
  many(rows: readonly OrderRow[]): Promise<contract.Order[]>;
  one(row: OrderRow): Promise<contract.Order>;
}

function presentPayment(payment: PaymentView | undefined): contract.Order['payment'] {
  if (payment === undefined) return null;
  return { id: payment.id, status: payment.status, confirmation_url: payment.confirmationUrl };
}

/** Orders in wire names, with where their payments stand. */
export function createOrderPresenter(
  { database, payments }: Pick<QuestsContext, 'database' | 'payments'>,
  orders: Orders,
): OrderPresenter {
  async function present(row: OrderRow, promoCodes: ReadonlyMap<string, string>): Promise<contract.Order> {
    const [payment, until] = await Promise.all([
      row.payment_id === null ? undefined : payments.payment(row.payment_id),
      orders.refundableUntil(row),
    ]);
    const { currency } = row;
    return {
      id: row.id,
      number: row.number,
      kind: row.kind,
      state: row.state,
      delivery_state: row.delivery_state,
      delivery: row.delivery,
      tracking_number: row.tracking_number,
      lines: row.lines.map(({ item_id, title, quantity, unit_price }) => ({
        item_id,
        title,
        quantity,
        unit_price: { amount: unit_price, currency },
      })),
      total: { amount: row.total, currency },
      discount: { amount: row.discount, currency },
      credits: row.credits,
      promo_code: row.promo_code_id === null ? null : (promoCodes.get(row.promo_code_id) ?? null),
      payment: presentPayment(payment),
      refundable_until: until?.toISOString() ?? null,
      created_at: row.created_at.toISOString(),
    };
  }

  async function many(rows: readonly OrderRow[]): Promise<contract.Order[]> {
    const promoIds = rows.flatMap(({ promo_code_id }) => promo_code_id ?? []);
    const codes = promoIds.length === 0 ? new Map<string, string>() : await codeOf(database, promoIds);
    return Promise.all(rows.map((row) => present(row, codes)));
  }

  return {
    many,
    async one(row) {
      const [order] = await many([row]);
      if (order === undefined) throw new Error('One row presents as one order.');
      return order;
    },
  };
}
