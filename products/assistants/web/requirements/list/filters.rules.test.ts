import { expect, test } from 'vitest';
import type { Requirement } from '../../../contract/index.ts';
import { countsOf, type Filters, filtered, noFilters } from './filters.rules.ts';

const both = { ru: '', en: '' };
const requirement = (id: string, score: number, ...keys: readonly string[]): Requirement => ({
  id,
  numbered: true,
  text: `Система должна печатать чек ${id}`,
  source: { line: 1, page: null, path: [] },
  language: 'ru',
  type: score === 40 ? 'constraint' : 'functional',
  characteristic: score === 40 ? 'security' : null,
  obligation: 'mandatory',
  parts: { condition: null, subject: null, action: null, object: null, criterion: null },
  findings: keys.map((key) => ({
    key,
    severity: 'minor',
    message: both,
    hint: both,
    start: 0,
    end: 1,
    words: '',
  })),
  score,
  story: null,
});
const all = [
  requirement('ФТ-1', 100),
  requirement('ФТ-2', 40, 'pronoun'),
  requirement('ФТ-3', 70, 'compound'),
];
const ids = (filters: Partial<Filters>) => filtered(all, { ...noFilters, ...filters }).map(({ id }) => id);

test.each<[Partial<Filters>, readonly string[]]>([
  [{}, ['ФТ-1', 'ФТ-2', 'ФТ-3']],
  [{ order: 'score' }, ['ФТ-2', 'ФТ-3', 'ФТ-1']],
  [{ text: ' фт-2' }, ['ФТ-2']],
  [{ type: 'constraint' }, ['ФТ-2']],
  [{ characteristic: 'security' }, ['ФТ-2']],
  [{ findings: 'with' }, ['ФТ-2', 'ФТ-3']],
  [{ findings: 'without' }, ['ФТ-1']],
  [{ findings: 'compound,negation' }, ['ФТ-3']],
])('%j shows %j', (filters, expected) => {
  expect(ids(filters)).toEqual(expected);
});

test('what occurs most comes first', () => {
  expect(countsOf(['b', 'a', 'b', 'c'])).toEqual([
    ['b', 2],
    ['a', 1],
    ['c', 1],
  ]);
});
