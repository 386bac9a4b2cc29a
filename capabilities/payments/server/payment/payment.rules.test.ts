import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentFlow } from '../index.ts';
import { replay } from './history.rules.ts';
import { idempotenceKey } from './idempotence.rules.ts';
import {
  decideCancel,
  decideCapture,
  decideObserved,
  decideRefund,
  decideRefundObserved,
  refundable,
} from './payment.rules.ts';
import type { Observation, PaymentFact, PaymentState, StoredFact } from './payment-types.ts';
import { nextLook, nextStep } from './step.rules.ts';

const start = new Date('2026-11-21T10:00:00Z');
const total = 10_000;

function history() {
  const facts: StoredFact[] = [];
  function append(added: readonly PaymentFact[]): void {
    for (const fact of added) {
      const version = facts.length + 1;
      facts.push({ id: `event-${version}`, version, at: new Date(start.getTime() + version), fact });
    }
  }
  return { facts, append, state: (): PaymentState => replay('payment', facts) };
}

function begun(flow: PaymentFlow) {
  const kept = history();
  const amount = { amount: total, currency: 'RUB' } as const;
  kept.append([
    {
      kind: 'requested',
      ...{ purpose: 'shop.order', subjectId: 's', provider: 'yookassa', method: null, flow, amount },
      ...{ description: 'd', lines: [], returnPath: '/app/' },
    },
    { kind: 'submission_started' },
  ]);
  return kept;
}

function seen(status: Observation['status'], amount = total): Observation {
  return {
    providerId: 'theirs',
    status,
    amount: { amount, currency: 'RUB' },
    confirmationUrl: status === 'pending' ? 'https://pay' : null,
    expiresAt: status === 'held' ? '2026-11-27T10:00:00Z' : null,
    reason: status === 'canceled' ? 'general_decline' : null,
    createdAt: start.toISOString(),
  };
}

const anyObservation = fc
  .constantFrom<Observation['status']>('pending', 'held', 'succeeded', 'canceled')
  .map((status) => seen(status));
const rank = { created: 0, pending: 1, held: 2, succeeded: 3, canceled: 3 };

describe('observations', () => {
  it('never go back and never leave an end, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(anyObservation, { maxLength: 12 }), (observations) => {
        const kept = begun('hold');
        for (const observation of observations) {
          const before = kept.state();
          kept.append(decideObserved(before, observation));
          const after = kept.state();
          expect(rank[after.status]).toBeGreaterThanOrEqual(rank[before.status]);
          if (rank[before.status] === 3) expect(after.status).toBe(before.status);
        }
        const best = Math.max(0, ...observations.map(({ status }) => rank[status]));
        expect(rank[kept.state().status]).toBe(best);
      }),
    );
  });

  it('say the same twice without a second fact', () => {
    fc.assert(
      fc.property(fc.array(anyObservation, { maxLength: 8 }), (observations) => {
        const kept = begun('charge');
        for (const observation of observations) {
          kept.append(decideObserved(kept.state(), observation));
          expect(decideObserved(kept.state(), observation)).toEqual([]);
        }
      }),
    );
  });

  it('of another sum, currency or object are written down once and never believed', () => {
    const others: readonly Observation[] = [
      seen('succeeded', 1),
      { ...seen('succeeded'), amount: { amount: total, currency: 'USD' } },
      { ...seen('succeeded'), providerId: 'another' },
    ];
    for (const other of others) {
      const kept = begun('charge');
      kept.append(decideObserved(kept.state(), seen('pending')));
      kept.append(decideObserved(kept.state(), other));
      expect(kept.state()).toMatchObject({ status: 'pending', captured: 0, mismatched: true });
      expect(decideObserved(kept.state(), other)).toEqual([]);
    }
  });
});

describe('refunds', () => {
  it('never exceed what was captured, whatever is asked and answered', () => {
    const act = fc.record({
      amount: fc.integer({ min: -10, max: total + 10 }),
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      outcome: fc.constantFrom('succeeded' as const, 'canceled' as const, 'pending' as const),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: total }), fc.array(act, { maxLength: 10 }), (captured, acts) => {
        const kept = begun('hold');
        kept.append(decideObserved(kept.state(), seen('held')));
        kept.append(decideCapture(kept.state(), { amount: captured, currency: 'RUB' }));
        kept.append(decideObserved(kept.state(), seen('succeeded', captured)));
        for (const [index, { amount, key, outcome }] of acts.entries()) {
          const refundId = `refund-${index}`;
          const sum = { amount, currency: 'RUB' } as const;
          try {
            kept.append(decideRefund(kept.state(), { refundId, amount: sum, key, reason: 'r' }));
          } catch (error) {
            expect(error).toMatchObject({ kind: 'conflict' });
            continue;
          }
          const answer = { providerId: refundId, status: outcome, amount: sum, reason: null };
          const observation = { ...answer, createdAt: start.toISOString() };
          kept.append(decideRefundObserved(kept.state(), refundId, observation));
          const { refunded } = kept.state();
          expect(refunded).toBeLessThanOrEqual(captured);
          expect(refundable(kept.state())).toBeLessThanOrEqual(captured - refunded);
          expect(refundable(kept.state())).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('commands', () => {
  const at = (flow: PaymentFlow, ...statuses: readonly Observation['status'][]): PaymentState => {
    const kept = begun(flow);
    for (const status of statuses) kept.append(decideObserved(kept.state(), seen(status)));
    return kept.state();
  };
  const rub = (amount: number) => ({ amount, currency: 'RUB' }) as const;

  it.each([
    ['capture of what is not held', () => decideCapture(at('hold', 'pending'), undefined), 'not_held'],
    ['capture of more', () => decideCapture(at('hold', 'held'), rub(total + 1)), 'capture_exceeds'],
    [
      'capture in another currency',
      () => decideCapture(at('hold', 'held'), { amount: 1, currency: 'EUR' }),
      'currency_differs',
    ],
    ['cancel of what was taken', () => decideCancel(at('charge', 'succeeded')), 'already_captured'],
  ] as const)('refuse %s', (_what, work, code) => {
    expect(work).toThrow(expect.objectContaining({ code: `payments.${code}` }));
  });

  it('lead to the next step with the provider', () => {
    const kept = begun('hold');
    const now = new Date(start.getTime() + 1_000);
    expect(nextStep(kept.state(), now, false)).toEqual({ kind: 'submit' });
    expect(nextStep(kept.state(), new Date(start.getTime() + 24 * 3_600_000), false)).toEqual({
      kind: 'look_up_submission',
    });
    kept.append(decideObserved(kept.state(), seen('held')));
    expect(nextStep(kept.state(), now, false)).toBeUndefined();
    const canceled = replay('payment', [
      ...kept.facts,
      { id: 'x', version: 4, at: now, fact: { kind: 'cancel_requested' } },
    ]);
    expect(nextStep(canceled, now, false)).toEqual({ kind: 'cancel' });
    expect(decideCancel(canceled)).toEqual([]);
    kept.append(decideCapture(kept.state(), rub(4_000)));
    expect(nextStep(kept.state(), now, false)).toMatchObject({ kind: 'capture', amount: 4_000 });
    expect(decideCapture(kept.state(), rub(4_000))).toEqual([]);
  });

  it('look again ever more rarely, and right after a hold lapses', () => {
    const state = at('hold', 'pending');
    const waits = [0, 1, 5, 20].map((looks) => nextLook(state, looks, start).getTime() - start.getTime());
    expect(waits).toEqual([30_000, 60_000, 960_000, 3_600_000]);
    const lapse = new Date('2026-11-27T09:59:30Z');
    expect(nextLook(at('hold', 'held'), 20, lapse)).toEqual(new Date('2026-11-27T10:00:00.001Z'));
  });

  it('have keys of their own that repeats arrive at again', () => {
    expect(idempotenceKey('a', 'create')).toMatch(/^[0-9a-f]{64}$/);
    expect(idempotenceKey('a', 'create')).toBe(idempotenceKey('a', 'create'));
    expect(idempotenceKey('a', 'create')).not.toBe(idempotenceKey('a', 'cancel'));
  });
});
