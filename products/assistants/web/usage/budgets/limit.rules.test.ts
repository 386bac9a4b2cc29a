import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costLimit, readLimit, tokenLimit, writtenLimit } from './limit.rules.ts';

test.each([
  ['', tokenLimit, 'ru', null],
  ['   ', tokenLimit, 'ru', null],
  ['0', tokenLimit, 'ru', 0],
  ['1 000 000', tokenLimit, 'ru', 1_000_000],
  ['1\u00a0000\u202f000', tokenLimit, 'ru', 1_000_000],
  ['1,000,000', tokenLimit, 'en', 1_000_000],
  ['12,5', costLimit, 'ru', 12.5],
  ['12.05', costLimit, 'ru', 12.05],
  ['1,000', costLimit, 'en', 1_000],
  ['1,000.5', costLimit, 'en', 1_000.5],
] as const)('%j is a limit', (text, of, language, value) => {
  expect(readLimit(text, of, language)).toEqual({ ok: true, value });
});

test.each([
  ['1.5', tokenLimit, 'ru'],
  ['-1', tokenLimit, 'ru'],
  ['1e9', tokenLimit, 'ru'],
  ['много', tokenLimit, 'ru'],
  ['1,2', costLimit, 'en'],
  ['1,2,3', costLimit, 'ru'],
  ['0,0000001', costLimit, 'ru'],
  ['1000000000001', tokenLimit, 'ru'],
  ['99999999999999999999', tokenLimit, 'ru'],
] as const)('%j is none', (text, of, language) => {
  expect(readLimit(text, of, language)).toEqual({ ok: false });
});

test('what is put into a field is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000_000_000 }),
      fc.constantFrom('ru' as const, 'en' as const),
      (millionths, language) => {
        const value = millionths / 1_000_000;
        expect(readLimit(writtenLimit(value, language), costLimit, language)).toEqual({ ok: true, value });
      },
    ),
  );
  expect(writtenLimit(null, 'ru')).toBe('');
  expect(writtenLimit(1_000_000, 'ru')).toBe('1\u00a0000\u00a0000');
});
