import { expect, test } from 'vitest';
import { linesIn } from './address.rules.ts';

test.each([
  ['line=3&last=7', [3, 7]],
  ['line=3', [3, 3]],
  ['line=7&last=3', [7, 7]],
  ['line=3&last=x', [3, 3]],
  ['last=7', null],
  ['line=0', null],
  ['line=1.5', null],
  ['line=99999999', null],
])('%s leads to %j', (query, lines) => {
  expect(linesIn(new URLSearchParams(query))).toEqual(lines);
});
