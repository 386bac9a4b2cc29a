import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Merch } from '../../../contract/index.ts';
import {
  cartFrom,
  maxLines,
  maxQuantity,
  meet,
  orderable,
  pieceCount,
  roomFor,
  totalOf,
  withMore,
  withQuantity,
} from './cart.rules.ts';

const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [cup, cap] = [idOf(1), idOf(2)];

const merchOf = (id: string, over: Partial<Merch> = {}): Merch => ({
  ...{ id, title: { ru: 'Кружка', en: 'Cup' }, description: { ru: '', en: '' }, picture: null },
  ...{ price: { amount: 59_000, currency: 'RUB' }, stock: 5, active: true, vat_code: 1 },
  ...over,
});

describe('the cart', () => {
  it('adds, never beyond the stock, and takes out at zero', () => {
    expect(withMore([], cup, 2, 5)).toEqual([{ merch_id: cup, quantity: 2 }]);
    expect(withMore([{ merch_id: cup, quantity: 4 }], cup, 3, 5)).toEqual([{ merch_id: cup, quantity: 5 }]);
    // What was wanted before stays, also when there is less of it now.
    expect(withMore([{ merch_id: cup, quantity: 4 }], cup, 1, 2)).toEqual([{ merch_id: cup, quantity: 4 }]);
    expect(withQuantity([{ merch_id: cup, quantity: 4 }], cup, 0)).toEqual([]);
  });

  it('keeps to what one order takes, whatever is done to it', () => {
    const step = fc.record({
      article: fc.nat(40),
      quantity: fc.integer({ min: -5, max: 50 }),
      stock: fc.nat(100),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const cart = steps.reduce(
          (lines, { article, quantity, stock }) => withMore(lines, idOf(article), quantity, stock),
          cartFrom([]),
        );
        expect(cart.length).toBeLessThanOrEqual(maxLines);
        expect(new Set(cart.map(({ merch_id }) => merch_id)).size).toBe(cart.length);
        expect(cart.every(({ quantity }) => quantity >= 1 && quantity <= maxQuantity)).toBe(true);
        for (const { article, stock } of steps) {
          const room = roomFor(cart, idOf(article), stock);
          const after = withMore(cart, idOf(article), room, stock);
          expect(pieceCount(after) - pieceCount(cart)).toBe(room);
        }
      }),
    );
  });

  it.each([
    [undefined, []],
    ['text', []],
    [
      [{ merch_id: cup, quantity: 2 }, null, { merch_id: '../..', quantity: 1 }],
      [{ merch_id: cup, quantity: 2 }],
    ],
    [[{ merch_id: cup, quantity: 900 }], [{ merch_id: cup, quantity: 20 }]],
    [
      [
        { merch_id: cup, quantity: -1 },
        { merch_id: cap, quantity: 1.5 },
      ],
      [],
    ],
    [
      [
        { merch_id: cup, quantity: 1 },
        { merch_id: cup, quantity: 3 },
      ],
      [{ merch_id: cup, quantity: 3 }],
    ],
  ])('reads %j out of the browser as %j', (kept, cart) => {
    expect(cartFrom(kept)).toEqual(cart);
  });
});

describe('the cart against the shelf', () => {
  const cart = [1, 2, 3, 4, 5].map((n) => ({ merch_id: idOf(n), quantity: 3 }));
  const articles = new Map([
    [idOf(1), merchOf(idOf(1))],
    [idOf(2), merchOf(idOf(2), { stock: 2 })],
    [idOf(3), merchOf(idOf(3), { stock: 0 })],
    [idOf(4), null],
  ]);

  it('orders what is there, less where there is less, and nothing of the rest', () => {
    const met = meet(cart, articles);
    expect(met.map(({ kind }) => kind)).toEqual(['good', 'lowered', 'sold_out', 'gone', 'loading']);
    expect(orderable(met).map(({ quantity }) => quantity)).toEqual([3, 2]);
    expect(totalOf(orderable(met))).toEqual({ amount: 5 * 59_000, currency: 'RUB' });
  });

  it('does not add two currencies up', () => {
    const dollars = merchOf(idOf(2), { price: { amount: 900, currency: 'USD' } });
    const both = new Map([
      [idOf(1), merchOf(idOf(1))],
      [idOf(2), dollars],
    ]);
    expect(totalOf(orderable(meet(cart.slice(0, 2), both)))).toBe('mixed');
    expect(totalOf([])).toBeNull();
  });
});
