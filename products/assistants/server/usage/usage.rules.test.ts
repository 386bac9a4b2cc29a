import { describe, expect, it } from 'vitest';
import { conditionOf, secondsToRenewal, unlimited, usedShare } from './budget.rules.ts';
import { costMicros, readPrices } from './prices.rules.ts';

describe('budgets', () => {
  it.each([
    [unlimited, { tokensToday: 5, costMicrosThisMonth: 5 }, undefined, 'free'],
    [
      { tokensPerDay: 100, costMicrosPerMonth: null },
      { tokensToday: 79, costMicrosThisMonth: 0 },
      0.79,
      'ok',
    ],
    [
      { tokensPerDay: 100, costMicrosPerMonth: 10 },
      { tokensToday: 1, costMicrosThisMonth: 8 },
      0.8,
      'warning',
    ],
    [
      { tokensPerDay: 100, costMicrosPerMonth: null },
      { tokensToday: 100, costMicrosThisMonth: 0 },
      1,
      'exhausted',
    ],
    [
      { tokensPerDay: 0, costMicrosPerMonth: null },
      { tokensToday: 0, costMicrosThisMonth: 0 },
      1,
      'exhausted',
    ],
  ])('%j %j', (budget, spent, share, condition) => {
    expect(usedShare(budget, spent)).toBe(share);
    expect(conditionOf(share)).toBe(condition);
  });

  it('begin anew with the day or the month', () => {
    const now = new Date('2026-11-21T23:59:50.000Z');
    const spent = { tokensToday: 10, costMicrosThisMonth: 10 };
    expect(secondsToRenewal({ tokensPerDay: 10, costMicrosPerMonth: null }, spent, now)).toBe(10);
    expect(secondsToRenewal({ tokensPerDay: null, costMicrosPerMonth: 10 }, spent, now)).toBe(
      9 * 86_400 + 10,
    );
  });
});

describe('prices', () => {
  it('are read and applied to a million tokens', () => {
    const prices = readPrices('{"openai:x": {"input": 0.4, "output": 1.6}}');
    expect(costMicros(prices.get('openai:x'), { input: 1_000_000, output: 500_000 })).toBe(1_200_000);
    expect(costMicros(prices.get('openai:y'), { input: 5, output: 5 })).toBe(0);
  });

  it.each(['x', '[]', '5', '{"a": 1}', '{"a": {"input": -1, "output": 1}}', '{"a": {"input": 1}}'])(
    'that make no sense are refused: %s',
    (json) => {
      expect(() => readPrices(json)).toThrow('ASSISTANTS_PRICES');
    },
  );
});
