import { describe, expect, it } from 'vitest';
import { dayStart, idOf } from '../operations/payment-filters.rules.ts';
import { amountOf, faultsOf } from './adjustment.rules.ts';

const typed = { person: '01a1fe64-168b-7a4f-9189-aa0f3ed005fa', sum: '99,50', takes: false, reason: 'Bonus' };

describe('an adjustment', () => {
  it.each([
    [typed, []],
    [{ ...typed, person: 'ann@example.test' }, ['person']],
    [{ ...typed, sum: '0' }, ['sum']],
    [{ ...typed, sum: '1000000,01' }, ['sum']],
    [{ ...typed, reason: '  a ' }, ['reason']],
    [{ person: '', sum: '', takes: true, reason: '' }, ['person', 'sum', 'reason']],
  ])('%j has faults %j', (given, faults) => {
    expect([...faultsOf(given)]).toEqual(faults);
  });

  it('is below zero when something is taken', () => {
    expect(amountOf(typed)).toBe(9_950);
    expect(amountOf({ ...typed, takes: true })).toBe(-9_950);
  });
});

describe('filters of payments', () => {
  it('take ids and days that are some', () => {
    expect(idOf(' 01A1FE64-168B-7A4F-9189-AA0F3ED005FA ')).toBe(typed.person);
    expect(idOf('ann')).toBeUndefined();
    expect(dayStart('2026-1-1')).toBeUndefined();
    const day = Date.parse(dayStart('2026-03-02', 1) ?? '') - Date.parse(dayStart('2026-03-01') ?? '');
    expect(day).toBeGreaterThan(2 * 82_800_000);
  });
});
