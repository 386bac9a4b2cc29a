import { describe, expect, it } from 'vitest';
import type { Order } from '../../../contract/index.ts';
import { mayPayAgain, type OrderStage, pollEvery, refundDeadline, stageOf } from './order-stage.rules.ts';

const payment = (
  status: NonNullable<Order['payment']>['status'],
  confirmation_url: string | null = null,
): Order['payment'] => ({ id: 'p', status, confirmation_url });

describe('the stage of an order', () => {
  it.each<[Order['state'], Order['payment'], OrderStage, boolean]>([
    ['awaiting_payment', null, 'preparing_payment', true],
    ['awaiting_payment', payment('created'), 'preparing_payment', true],
    ['awaiting_payment', payment('pending', 'https://pay.test/1'), 'to_pay', false],
    ['awaiting_payment', payment('succeeded'), 'confirming', false],
    ['awaiting_payment', payment('canceled'), 'payment_cancelled', true],
    ['paid', payment('succeeded'), 'paid', false],
    ['paid', null, 'paid', false],
    ['cancelled', payment('pending', 'https://pay.test/1'), 'cancelled', false],
    ['refunded', payment('succeeded'), 'refunded', false],
  ])('%s with %j is %s', (state, paid, stage, again) => {
    expect(stageOf({ state, payment: paid })).toBe(stage);
    expect(mayPayAgain(stage)).toBe(again);
  });

  it('is asked about only while it waits for money, and less often later', () => {
    const created_at = '2026-01-01T00:00:00.000Z';
    const at = Date.parse(created_at);
    expect(pollEvery({ state: 'awaiting_payment', created_at }, at)).toBe(3_000);
    expect(pollEvery({ state: 'awaiting_payment', created_at }, at + 3_600_000)).toBe(20_000);
    expect(pollEvery({ state: 'paid', created_at }, at)).toBe(false);
  });

  it('can be given back until its deadline', () => {
    const until = '2026-01-08T00:00:00.000Z';
    const at = Date.parse(until);
    expect(refundDeadline({ refundable_until: until }, at - 1)).toEqual(new Date(until));
    expect(refundDeadline({ refundable_until: until }, at)).toBeNull();
    expect(refundDeadline({ refundable_until: null }, at)).toBeNull();
  });
});
