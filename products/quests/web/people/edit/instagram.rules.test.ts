import { describe, expect, it } from 'vitest';
import { instagramHandle, instagramPattern } from './instagram.rules.ts';

describe('an Instagram name', () => {
  it.each([
    ['anna.walks', 'anna.walks'],
    ['@anna_walks', 'anna_walks'],
    [' https://www.instagram.com/anna.walks/?igsh=1 ', 'anna.walks'],
    ['instagram.com/anna', 'anna'],
  ])('is read out of %j', (typed, handle) => {
    expect(new RegExp(instagramPattern).test(typed)).toBe(true);
    expect(instagramHandle(typed)).toBe(handle);
  });

  it.each(['', 'https://evil.test/anna', 'anna walks', 'javascript:alert(1)', 'a'.repeat(31)])(
    'is not %j',
    (typed) => {
      expect(new RegExp(instagramPattern).test(typed)).toBe(false);
      expect(instagramHandle(typed)).toBeNull();
    },
  );
});
