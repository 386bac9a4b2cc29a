import type { DayNumber } from './calendar.ts';
import type { ResolvedSpan } from './date-span.ts';

/** The matched text and its groups; a group that did not take part is the empty string. */
export type DateMatch = readonly [whole: string, a: string, b: string, c: string, d: string];

export interface DatePattern {
  readonly expression: RegExp;
  readonly resolve: (match: DateMatch, reference: DayNumber) => ResolvedSpan | null;
}

/** Every quantifier inside is bounded, so a pattern is linear on hostile text. Whole words only, in any script. */
export function datePattern(source: string, resolve: DatePattern['resolve']): DatePattern {
  return { expression: new RegExp(`(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])`, 'giu'), resolve };
}

export function dateMatch(match: RegExpExecArray): DateMatch {
  return [match[0], match[1] ?? '', match[2] ?? '', match[3] ?? '', match[4] ?? ''];
}
