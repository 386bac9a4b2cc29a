import { expect, test } from 'vitest';
import { matrixOf, rowsOfMatrix, windowOf } from './matrix.rules.ts';

const links = [
  { requirement: 'ФТ-1', target: 'Т-1', by: 'explicit' as const, strength: 1 },
  { requirement: 'ФТ-2', target: 'Т-1', by: 'similar' as const, strength: 0.42 },
];

test('links become a table', () => {
  const named = (...ids: readonly string[]) => ids.map((id) => ({ id }));
  expect(rowsOfMatrix(named('ФТ-1', 'ФТ-2'), named('Т-1', 'Т-2'), matrixOf(links), '№')).toEqual([
    ['№', 'Т-1', 'Т-2'],
    ['ФТ-1', 1, null],
    ['ФТ-2', 0.42, null],
  ]);
});

test.each([
  [0, { items: [1, 2], from: 1, to: 2, isAll: false }],
  [2, { items: [3], from: 3, to: 3, isAll: false }],
  [9, { items: [3], from: 3, to: 3, isAll: false }],
])('a page from %i', (start, expected) => {
  expect(windowOf([1, 2, 3], start, 2)).toEqual(expected);
});

test('a page may hold everything', () => {
  expect(windowOf([1, 2], 0, 5).isAll).toBe(true);
});
