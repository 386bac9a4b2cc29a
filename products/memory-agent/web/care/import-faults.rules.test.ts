import { expect, it } from 'vitest';
import { barsOf } from '../browse/explain.rules.ts';
import { distinctLabel } from '../levels/node-text.rules.ts';
import { lineFaults } from './import-faults.rules.ts';

it('reads the server’s pointers as lines and fields', () => {
  expect(
    lineFaults([
      { pointer: '/lines/12/content', message: 'too long' },
      { pointer: '/lines/3', message: 'not JSON' },
      { pointer: '/body', message: 'empty' },
    ]),
  ).toEqual([
    { line: 12, field: 'content', message: 'too long' },
    { line: 3, field: '', message: 'not JSON' },
    { line: null, field: '', message: 'empty' },
  ]);
});

it('shows the parts of a score on the scale of the best one, and what lowers it apart', () => {
  const { raising, lowering } = barsOf(
    [
      { stage: 'lexical', contribution: 2 },
      { stage: 'session', contribution: 3 },
      { stage: 'access', contribution: 0.001 },
      { stage: 'recency', contribution: -1 },
    ],
    10,
  );
  expect(raising.map(({ stage, width }) => [stage, width])).toEqual([
    ['session', 30],
    ['lexical', 20],
  ]);
  expect(lowering.map(({ stage }) => stage)).toEqual(['recency']);
  expect(barsOf([], 0).raising).toEqual([]);
});

it('shows a label only when it says more than the first words', () => {
  expect(distinctLabel({ label: 'user: I work…', content: 'user: I work at a bureau' })).toBeNull();
  expect(distinctLabel({ label: 'work, bureau', content: 'user: I work at a bureau' })).toBe('work, bureau');
});
