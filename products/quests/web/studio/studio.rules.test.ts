import { describe, expect, it } from 'vitest';
import { demandStates, unknownFaults } from './check/faults.rules.ts';
import { numberText, readNumber } from './description/number.rules.ts';
import { wayOf } from './draft/way.rules.ts';
import { amountFault } from './earnings/amount.rules.ts';
import { placeText, readPlace } from './point/coordinates.rules.ts';

describe('numbers', () => {
  it.each([
    ['', null],
    ['12', 12],
    ['1 200', 1_200],
    ['2,5', 2.5],
    ['2.', 2],
    ['−3', -3],
    ['1e5', Number.NaN],
    ['ten', Number.NaN],
  ])('read %j', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it('stand in a field as they are written', () => {
    expect([2.5, null, Number.NaN].map(numberText)).toEqual(['2,5', '', '']);
  });
});

describe('coordinates', () => {
  it.each([
    ['59.9343, 30.3351', { lat: 59.9343, lng: 30.3351 }],
    ['59,9343; 30,3351', { lat: 59.9343, lng: 30.3351 }],
    ['-33.86 151.2', { lat: -33.86, lng: 151.2 }],
    ['95, 30', null],
    ['Nevsky', null],
  ])('read %j', (text, place) => {
    expect(readPlace(text)).toEqual(place);
  });

  it('are written so that they can be read again', () => {
    const place = { lat: 59.934_31, lng: 30.335_12 };
    expect(readPlace(placeText(place))).toEqual(place);
  });
});

describe('sums', () => {
  it.each([
    [Number.NaN, 'no_amount'],
    [0, 'no_amount'],
    [99, 'below_minimum'],
    [501, 'above_payable'],
    [500, null],
  ])('of %d', (amount, fault) => {
    expect(amountFault(amount, { minimum: 100, payable: 500 })).toBe(fault);
  });
});

describe('demands', () => {
  it('are met unless the server says where not', () => {
    const states = demandStates([
      { code: 'cover_missing', point_id: null },
      { code: 'point_far', point_id: 'a' },
      { code: 'new_rule', point_id: null },
    ]);
    expect(
      states.filter(({ isMet }) => !isMet).map(({ demand, tab, pointIds }) => [demand, tab, pointIds]),
    ).toEqual([
      ['cover_missing', 'description', []],
      ['point_far', 'route', ['a']],
    ]);
    expect(unknownFaults([{ code: 'new_rule', point_id: null }])).toHaveLength(1);
  });
});

describe('the way', () => {
  it('is the sum of its pieces', () => {
    expect(wayOf([])).toBe(0);
    expect(
      wayOf([
        { lat: 0, lng: 0 },
        { lat: 0, lng: 1 },
      ]),
    ).toBeCloseTo(111_195, -1);
  });
});
