import { describe, expect, it } from 'vitest';
import { limitsBody, limitsForm, localMinute, type PromoForm, promoBody } from './promo-form.rules.ts';

const form: PromoForm = {
  code: 'neva20',
  kind: 'percent',
  percent: 20,
  per_person: 1,
  valid_from: '2026-11-21T10:00',
};

describe('a new promo code', () => {
  it('takes percents, and an amount in kopecks', () => {
    expect(promoBody(form, null)).toEqual({
      body: {
        code: 'NEVA20',
        kind: 'percent',
        value: 20,
        currency: 'RUB',
        budget: null,
        max_uses: null,
        per_person: 1,
        quest_id: null,
        city: null,
        valid_from: new Date('2026-11-21T10:00').toISOString(),
        valid_until: null,
        active: true,
      },
    });
    const { percent: _none, ...rest } = form;
    const amount = promoBody(
      { ...rest, kind: 'amount', amount: '150,50', budget: '1 000', city: 'kazan' },
      'q',
    );
    expect(amount).toMatchObject({
      body: { value: 15_050, budget: 100_000, city: 'kazan', quest_id: 'q' },
    });
  });

  it.each<[string, Partial<PromoForm>, object]>([
    ['percent above a hundred', { percent: 101 }, { percent: 'percent' }],
    ['no percent', { percent: 0 }, { percent: 'percent' }],
    ['no amount', { kind: 'amount' }, { amount: 'sum' }],
    ['amount of nothing', { kind: 'amount', amount: '0' }, { amount: 'sum' }],
    ['amount beyond all prices', { kind: 'amount', amount: '1000000,01' }, { amount: 'sum_beyond' }],
    ['budget of nothing', { budget: '0' }, { budget: 'sum' }],
    ['budget beyond the limit', { budget: '100000000,01' }, { budget: 'sum_beyond' }],
    ['no beginning', { valid_from: '' }, { valid_from: 'moment' }],
    ['end before the beginning', { valid_until: '2026-11-21T10:00' }, { valid_until: 'until_early' }],
    ['end that is no moment', { valid_until: 'soon' }, { valid_until: 'moment' }],
  ])('says what is wrong: %s', (_name, change, faults) => {
    expect(promoBody({ ...form, ...change }, null)).toEqual({ faults });
  });
});

describe('changed limits', () => {
  const promo = {
    id: 'p',
    code: 'NEVA20',
    kind: 'percent' as const,
    value: 20,
    currency: 'RUB' as const,
    budget: 500_050,
    max_uses: 50,
    per_person: 2,
    quest_id: null,
    city: null,
    valid_from: '2026-11-01T00:00:00.000Z',
    valid_until: '2026-12-01T00:00:00.000Z',
    active: true,
    used: 0,
    spent: 0,
    created_at: '2026-11-01T00:00:00.000Z',
  };

  it('start with what holds and send it back unchanged', () => {
    const values = { per_person: 2, ...limitsForm(promo, 'ru') };
    expect(values.budget).toBe('5000,50');
    expect(limitsBody(values, promo)).toEqual({
      body: { budget: 500_050, max_uses: 50, per_person: 2, valid_until: promo.valid_until },
    });
  });

  it('take limits away when they are emptied', () => {
    expect(limitsBody({ per_person: 1 }, promo)).toEqual({
      body: { budget: null, max_uses: null, per_person: 1, valid_until: null },
    });
  });
});

it('minutes are those where the operator sits', () => {
  const instant = new Date(2026, 0, 2, 3, 4);
  expect(localMinute(instant)).toBe('2026-01-02T03:04');
  expect(new Date(localMinute(instant))).toEqual(instant);
});
