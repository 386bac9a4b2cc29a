import { describe, expect, it } from 'vitest';
import { minorUnitsOf } from './sum.rules.ts';

describe('a sum somebody typed', () => {
  it.each([
    ['100', 10_000],
    ['99.5', 9_950],
    ['99,50', 9_950],
    ['1 000,05', 100_005],
    ['0', undefined],
    ['', undefined],
    ['-5', undefined],
    ['1.234', undefined],
    ['1e3', undefined],
  ])('%j is %j', (text, minor) => {
    expect(minorUnitsOf(text)).toBe(minor);
  });
});
