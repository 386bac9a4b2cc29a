import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#base/time';
import { authorsPart } from './accounting.ts';
import { mayMove, quoteOf, receiptLines, refundableUntil } from './order.rules.ts';
import type { OrderLineRow, OrderRow } from './order.store.ts';
import { discountOf, type PromoRow } from './promo.rules.ts';

const now = new Date('2026-06-01T00:00:00.000Z');
const line = (unit_price: number, quantity: number, number = 1): OrderLineRow => ({
  item_id: `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  title: { ru: 'Кружка', en: 'Mug' },
  quantity,
  unit_price,
  vat_code: 11,
});

const order = (change: Partial<OrderRow> = {}): OrderRow => ({
  id: '01890000-0000-7000-8000-000000000001',
  number: 1001,
  buyer_id: '01890000-0000-7000-8000-000000000002',
  kind: 'quest',
  quest_id: '01890000-0000-7000-8000-000000000003',
  author_id: '01890000-0000-7000-8000-000000000004',
  state: 'paid',
  delivery_state: 'none',
  delivery: null,
  tracking_number: null,
  total: 49_000,
  discount: 0,
  credits: 0,
  currency: 'RUB',
  promo_code_id: null,
  payment_id: null,
  method: null,
  created_at: now,
  paid_at: now,
  closed_at: null,
  lines: [line(49_000, 1)],
  ...change,
});

describe('receipt lines', () => {
  it('sum to what is due, to the kopeck', () => {
    const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 20 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(lines, fc.double({ min: 0.01, max: 1, noNaN: true }), (given, part) => {
        const rows = given.map(([price, quantity], index) => line(price, quantity, index));
        const total = rows.reduce((sum, row) => sum + row.unit_price * row.quantity, 0);
        const due = Math.max(1, Math.floor(total * part));
        const sum = receiptLines(rows, due, 'RUB').reduce(
          (kopecks, { quantity, unitPrice }) => kopecks + quantity * unitPrice.amount,
          0,
        );
        expect(sum).toBe(due);
      }),
    );
  });

  it('go to the provider without a word about the buyer', () => {
    const quote = quoteOf(order({ discount: 9_000 }));
    expect(quote).toMatchObject({
      amount: { amount: 40_000 },
      flow: 'charge',
      description: 'QuestCity № 1001',
    });
    expect(quote.lines[0]?.subject).toBe('service');
  });
});

describe('giving back', () => {
  const rule = { maxPoints: 3, days: 7 };
  it.each([
    ['a quest hardly begun', order(), 3, true],
    ['a quest half walked', order(), 4, false],
    ['an unpaid order', order({ state: 'awaiting_payment', paid_at: null }), 0, false],
    [
      'a parcel being prepared',
      order({ kind: 'merch', quest_id: null, delivery_state: 'preparing' }),
      0,
      true,
    ],
    ['a parcel on its way', order({ kind: 'merch', quest_id: null, delivery_state: 'sent' }), 0, false],
  ])('%s', (_name, given, points, possible) => {
    const until = refundableUntil(given, points, rule);
    expect(until === null ? null : until.getTime()).toBe(possible ? now.getTime() + 7 * day : null);
  });

  it('parcels move in one direction', () => {
    expect(mayMove('preparing', 'sent')).toBe(true);
    expect(mayMove('sent', 'preparing')).toBe(false);
    expect(mayMove('returned', 'sent')).toBe(false);
  });
});

describe('promo codes', () => {
  const promo: PromoRow = {
    id: '01890000-0000-7000-8000-000000000009',
    code: 'SPRING',
    kind: 'percent',
    value: 15,
    currency: 'RUB',
    budget: 10_000,
    max_uses: 3,
    per_person: 1,
    quest_id: null,
    city: 'saint-petersburg',
    valid_from: now,
    valid_until: new Date(now.getTime() + day),
    active: true,
    used: 0,
    spent: 0,
    created_at: now,
  };
  const target = {
    total: 49_990,
    currency: 'RUB',
    questId: null,
    city: 'saint-petersburg',
    usedByPerson: 0,
    now,
  };

  it('take a percentage, rounded down, and never more than the total', () => {
    expect(discountOf(promo, target)).toBe(7_498);
    expect(discountOf({ ...promo, kind: 'amount', value: 90_000, budget: null }, target)).toBe(49_990);
  });

  it.each([
    ['unknown', undefined, {}, 'quests.promo_unknown'],
    ['switched off', { ...promo, active: false }, {}, 'quests.promo_unknown'],
    ['not yet', promo, { now: new Date(now.getTime() - 1) }, 'quests.promo_unknown'],
    ['over', promo, { now: new Date(now.getTime() + day) }, 'quests.promo_unknown'],
    ['another city', promo, { city: 'kazan' }, 'quests.promo_not_for_this'],
    ['another currency', promo, { currency: 'EUR' }, 'quests.promo_not_for_this'],
    ['used by the person', promo, { usedByPerson: 1 }, 'quests.promo_spent'],
    ['used up', { ...promo, used: 3 }, {}, 'quests.promo_spent'],
    ['budget too small for the whole discount', { ...promo, spent: 5_000 }, {}, 'quests.promo_spent'],
  ])('%s', (_name, row, change, code) => {
    expect(() => discountOf(row, { ...target, ...change })).toThrowError(expect.objectContaining({ code }));
  });

  it('leave the author’s part of what is really paid', () => {
    expect(authorsPart(order({ discount: 9_000 }), 0.7)).toBe(28_000);
    expect(authorsPart(order({ author_id: null }), 0.7)).toBe(0);
  });
});
