import { expect } from 'vitest';
import { linesOf } from '#products/assistants/engines/bsl';
import { type FixtureOptions, findingsOf } from '../../expect-findings.fixture.ts';
import type { Rule } from '../../rule.ts';

/** Takes `⟦` and `⟧` out of a text and answers the ranges between them; they may nest, `⟦⟦А⟧⟧` is told of twice. */
export function unmark(marked: string): { readonly source: string; readonly ranges: readonly string[] } {
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let source = '';
  for (const character of marked) {
    if (character === '⟦') {
      const span = { start: source.length, end: source.length };
      open.push(span);
      spans.push(span);
    } else if (character === '⟧') {
      const span = open.pop();
      if (span !== undefined) span.end = source.length;
    } else source += character;
  }
  const { positionAt } = linesOf(source);
  const at = (offset: number): string => `${positionAt(offset).line}:${positionAt(offset).character}`;
  return { source, ranges: spans.map(({ start, end }) => `${at(start)}-${at(end)}`) };
}

/** Expects the rule to tell of exactly the marked places. */
export function expectMarked(rule: Rule, marked: string, options: FixtureOptions = {}): void {
  const { source, ranges } = unmark(marked);
  expect([...findingsOf(rule, source, options)].sort(), source).toEqual([...ranges].sort());
}
