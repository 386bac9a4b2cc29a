import { describe, expect, it } from 'vitest';
import { creditsFor, sumsOf } from './sums.rules.ts';

describe('what is to pay', () => {
  const price = { amount: 100_00, currency: 'RUB' } as const;
  it.each([
    [0, 0, { discount: 0, credits: 0, due: 100_00 }],
    [30_00, 20_00, { discount: 30_00, credits: 20_00, due: 50_00 }],
    [30_00, 90_00, { discount: 30_00, credits: 70_00, due: 0 }],
    [300_00, 10_00, { discount: 100_00, credits: 0, due: 0 }],
  ])('with a discount of %i and credits of %i', (discount, credits, expected) => {
    expect(sumsOf(price, { discount, credits })).toMatchObject(expected);
  });

  it('spends roubles on roubles only', () => {
    expect([
      creditsFor('RUB', 500),
      creditsFor('USD', 500),
      creditsFor('RUB', null),
      creditsFor('RUB', -5),
    ]).toEqual([500, 0, 0, 0]);
  });
});
