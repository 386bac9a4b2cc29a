import type { Merch, Order } from '../../contract/index.ts';

export const cup = '00000000-0000-7000-8000-000000000001';
export const orderId = '00000000-0000-7000-8000-0000000000d1';
export const questId = '00000000-0000-7000-8000-0000000000c1';

export const merchOf = (over: Partial<Merch> = {}): Merch => ({
  ...{ id: cup, title: { ru: 'Кружка', en: 'Cup' }, description: { ru: 'Белая', en: 'White' } },
  ...{ price: { amount: 59_000, currency: 'RUB' }, stock: 5, picture: null, active: true, vat_code: 1 },
  ...over,
});

/** An order of two cups, unpaid. */
export const orderOf = (over: Partial<Order> = {}): Order => ({
  ...{ id: orderId, number: 42, kind: 'merch', state: 'awaiting_payment', delivery_state: 'none' },
  ...{ delivery: { name: 'Anna', phone: '+7 900 000-00-00', address: '1 Nevsky, St Petersburg' } },
  tracking_number: null,
  lines: [
    {
      item_id: cup,
      title: { ru: 'Кружка', en: 'Cup' },
      quantity: 2,
      unit_price: { amount: 59_000, currency: 'RUB' },
    },
  ],
  ...{ total: { amount: 118_000, currency: 'RUB' }, discount: { amount: 0, currency: 'RUB' } },
  ...{ credits: 0, promo_code: null, refundable_until: null, created_at: new Date().toISOString() },
  payment: {
    id: '00000000-0000-7000-8000-0000000000e1',
    status: 'pending',
    confirmation_url: 'https://pay.test/1',
  },
  ...over,
});

/** A quest of 290 roubles, bought. */
export const questOrderOf = (over: Partial<Order> = {}): Order =>
  orderOf({
    ...{ kind: 'quest', state: 'paid', delivery: null, payment: null },
    lines: [
      {
        item_id: questId,
        title: { ru: 'Дворы', en: 'Courtyards' },
        quantity: 1,
        unit_price: { amount: 29_000, currency: 'RUB' },
      },
    ],
    total: { amount: 29_000, currency: 'RUB' },
    ...over,
  });
