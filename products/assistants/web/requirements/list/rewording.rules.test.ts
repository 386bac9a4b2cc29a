import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseRequirements } from '#products/assistants/engines/requirements';
import type { Requirement } from '../../../contract/index.ts';
import { type Piece, rewordingOf } from './rewording.rules.ts';

const both = { ru: '', en: '' };
const requirement = (text: string, ...found: readonly (readonly [string, string])[]): Requirement => ({
  id: 'ФТ-1',
  numbered: true,
  text,
  source: { line: 1, page: null, path: [] },
  language: 'ru',
  type: 'functional',
  characteristic: null,
  obligation: 'mandatory',
  parts: { condition: null, subject: null, action: null, object: null, criterion: null },
  findings: found.map(([key, words]) => {
    const start = text.indexOf(words);
    return { key, severity: 'major', message: both, hint: both, start, end: start + words.length, words };
  }),
  score: 50,
  story: null,
});
const told = (pieces: readonly Piece[] | null): string | null =>
  pieces === null ? null : pieces.map((piece) => ('kept' in piece ? piece.kept : `[${piece.fill}]`)).join('');

test.each([
  [
    requirement('Система должна быстро печатать счёт.', ['vague-term', 'быстро']),
    'Система должна [measure] печатать счёт.',
  ],
  [
    requirement('По возможности система должна печатать счёт.', ['escape-clause', 'По возможности']),
    'Система должна печатать счёт.',
  ],
  [
    requirement(
      'Система должна печатать счёт и отправлять его.',
      ['compound', 'отправлять'],
      ['pronoun', 'его'],
    ),
    'Система должна печатать счёт и [split] отправлять [noun].',
  ],
  [requirement('Хранить не менее 5.', ['number-without-unit', '5']), 'Хранить не менее 5 [unit].'],
  [
    requirement(
      'Остатки обновляются.',
      ['passive-no-actor', 'обновляются'],
      ['unverifiable', 'Остатки обновляются.'],
    ),
    '[actor]: Остатки обновляются [criterion].',
  ],
  [
    requirement('Я хочу печатать чек.', ['missing-criterion', 'Я хочу печатать чек.']),
    'Я хочу печатать чек. [acceptance]',
  ],
])('a new wording of %#', (one, expected) => {
  expect(told(rewordingOf(one))).toBe(expected);
});

test('nothing to say about a good sentence, a negation, or what is no requirement', () => {
  expect(rewordingOf(requirement('Система должна печатать счёт.'))).toBeNull();
  expect(rewordingOf(requirement('Система не должна терять данные.', ['negation', 'не']))).toBeNull();
  const remark = requirement('Это быстро.', ['vague-term', 'быстро']);
  expect(rewordingOf({ ...remark, type: 'not-a-requirement' })).toBeNull();
});

test('findings in any places never break it', () => {
  const text = 'Система должна быстро печатать счёт и/или акт.';
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          key: fc.constantFrom(
            'vague-term',
            'and-or',
            'compound',
            'escape-clause',
            'unverifiable',
            'negation',
          ),
          start: fc.integer({ min: 0, max: text.length }),
          length: fc.integer({ min: 0, max: text.length }),
        }),
        { maxLength: 6 },
      ),
      (found) => {
        const one = requirement(text);
        const findings = found.map(({ key, start, length }) => ({
          key,
          severity: 'major' as const,
          message: both,
          hint: both,
          start,
          end: Math.min(text.length, start + length),
          words: '',
        }));
        const pieces = rewordingOf({ ...one, findings }) ?? [];
        for (const piece of pieces) if ('kept' in piece) expect(piece.kept).not.toBe('');
      },
    ),
  );
});

test('what the engine finds is understood', () => {
  const [first] = analyseRequirements('ФТ-1. Система должна быстро печатать чек.').requirements;
  expect(
    told(rewordingOf({ ...requirement(first?.text ?? ''), findings: [...(first?.findings ?? [])] })),
  ).toBe('Система должна [measure] печатать чек.');
});
