import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOf, sumsOf } from './buy.rules.ts';

describe('what is to be paid', () => {
  it.each([
    [49_000, 0, 0, false, { discount: 0, credits: 0, due: 49_000 }],
    [49_000, 10_000, 5_000, true, { discount: 10_000, credits: 5_000, due: 34_000 }],
    [49_000, 10_000, 5_000, false, { discount: 10_000, credits: 0, due: 39_000 }],
    [49_000, 60_000, 5_000, true, { discount: 49_000, credits: 0, due: 0 }],
    [49_000, 0, 90_000, true, { discount: 0, credits: 49_000, due: 0 }],
  ])('%d less %d, with %d credits (%s)', (price, discount, balance, use, rest) => {
    expect(sumsOf(price, discount, balance, use)).toEqual({ price, ...rest });
  });

  it('always adds up and is never below nothing', () => {
    const money = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(money, money, money, fc.boolean(), (price, discount, balance, use) => {
        const sums = sumsOf(price, discount, balance, use);
        expect(sums.discount + sums.credits + sums.due).toBe(price);
        expect(Math.min(sums.discount, sums.credits, sums.due)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('the order', () => {
  const choice = {
    questId: '00000000-0000-7000-8000-000000000001',
    promoCode: 'SPRING',
    useCredits: true,
    method: 'sbp',
    email: ' anna@example.test ',
  } as const;

  it('names method and receipt when something is left to pay', () => {
    expect(orderOf(choice, 100)).toEqual({
      kind: 'quest',
      quest_id: choice.questId,
      promo_code: 'SPRING',
      use_credits: true,
      method: 'sbp',
      receipt_email: 'anna@example.test',
    });
  });

  it('says nothing of them when nothing is', () => {
    const { questId } = choice;
    expect(orderOf({ ...choice, promoCode: '' }, 0)).toEqual({
      kind: 'quest',
      quest_id: questId,
      use_credits: true,
    });
  });
});
