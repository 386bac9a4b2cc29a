import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minLength, strengthOf } from './password-strength.rules.ts';

describe('the strength of a password', () => {
  it.each([
    ['aaaaaaaaaaaa', 'weak'],
    ['1234567890123', 'weak'],
    ['abcdefghijkl', 'weak'],
    ['qazwsxedcr', 'weak'],
    ['mkzuptlwgd', 'fair'],
    ['Tr0ub4dor&3x', 'good'],
    ['violet harbour stone', 'strong'],
    ['тихая гавань и семь камней', 'strong'],
  ])('of %s is %s', (password, kind) => {
    expect(strengthOf(password).kind).toBe(kind);
  });

  it('counts what is missing in characters, not in code units', () => {
    expect(strengthOf('😀😁😂')).toEqual({ kind: 'short', missing: minLength - 3 });
  });

  it('never falls by typing on', () => {
    const order = ['short', 'weak', 'fair', 'good', 'strong'];
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 5 }), (password, more) => {
        const before = order.indexOf(strengthOf(password).kind);
        return order.indexOf(strengthOf(password + more).kind) >= before;
      }),
    );
  });
});
