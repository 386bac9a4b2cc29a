import { expect, test } from 'vitest';
import { renewalOf } from './renewal.rules.ts';

const now = new Date('2026-12-21T10:00:00Z');
const used = { tokens_per_day: 100, tokens_today: 100, cost_per_month: 5, cost_this_month: 1 };

test('a day ends at midnight, a month on its last day, by UTC', () => {
  expect(renewalOf(used, now)).toEqual({ every: 'day', at: new Date('2026-12-22T00:00:00Z') });
  expect(renewalOf({ ...used, cost_this_month: 5 }, now)).toEqual({
    every: 'month',
    at: new Date('2027-01-01T00:00:00Z'),
  });
  expect(renewalOf({ ...used, cost_per_month: null }, now)?.every).toBe('day');
});

test('a limit of nothing never begins anew', () => {
  expect(renewalOf({ ...used, tokens_per_day: 0 }, now)).toBeNull();
  expect(renewalOf({ ...used, cost_per_month: 0 }, now)).toBeNull();
});
