import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineInks } from './line-inks.rules.ts';

const shown = (line: string, language: 'bsl' | 'query' = 'bsl') =>
  lineInks(line, language).map(({ start, end, ink }) => [line.slice(start, end), ink]);

test('a line of a module has its colours', () => {
  expect(shown('Если Имя = "а""б" Тогда // почему')).toEqual([
    ['Если', 'keyword'],
    ['"а""б"', 'string'],
    ['Тогда', 'keyword'],
    ['// почему', 'comment'],
  ]);
  expect(shown('Объект.Если = 1.5;')).toEqual([['1.5', 'number']]);
  expect(shown('&НаСервере')).toEqual([['&НаСервере', 'directive']]);
  expect(shown('#Область Имя')).toEqual([['#Область Имя', 'directive']]);
});

test('a string that goes on is a string up to its end', () => {
  expect(shown('\t| ВЫБРАТЬ ""А"" КАК Если", 1);')).toEqual([
    ['\t| ВЫБРАТЬ ""А"" КАК Если"', 'string'],
    ['1', 'number'],
  ]);
});

test('a line of a query has its colours', () => {
  expect(shown('ГДЕ Т.Ссылка = &Ссылка И Т.Сумма > 10', 'query')).toEqual([
    ['ГДЕ', 'keyword'],
    ['&Ссылка', 'parameter'],
    ['И', 'keyword'],
    ['10', 'number'],
  ]);
});

test('pieces are in order and inside the line, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60 }),
      fc.constantFrom('bsl' as const, 'query' as const),
      (line, language) => {
        let at = 0;
        for (const { start, end } of lineInks(line, language)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(line.length);
      },
    ),
  );
});
