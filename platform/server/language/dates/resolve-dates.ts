import { ABSOLUTE_PATTERNS } from './absolute-patterns.ts';
import { dayOf, toIso } from './calendar.ts';
import { dateMatch } from './date-pattern.ts';
import type { DatePrecision } from './date-span.ts';
import { RELATIVE_PATTERNS } from './relative-patterns.ts';

/** Inclusive calendar days as ISO dates (YYYY-MM-DD). */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** A time named in a text: which days it means and where it is written (UTF-16 offsets, `end` exclusive). */
export interface ResolvedDate extends DateRange {
  readonly precision: DatePrecision;
  readonly start: number;
  readonly end: number;
}

/** Dates beyond the head of a very long text are not worth their price at write time. */
const SCANNED_LENGTH = 20_000;
const PATTERNS = [...ABSOLUTE_PATTERNS, ...RELATIVE_PATTERNS];
/** Texts without a digit or one of these beginnings name no date: the common case, decided in one pass. */
const HINT =
  /\d|yesterday|today|tonight|tomorrow|last|past|previous|this|current|next|coming|\bago\b|earlier|\bback\b|from now|later|week|\bin\b|\bon\b|\bby\b|since|until|during|назад|через|вчера|сегодня|завтра|прошл|минувш|предыдущ|эт|текущ|нынешн|следующ|будущ|ближайш|спустя|выходн|(?<!\p{L})(?:в|во|с|до|к)\s/iu;

/**
 * Finds the dates a text names in Russian or English, explicit and relative, as absolute days (UTC).
 * `reference` is the moment the text was written: a Date or milliseconds since 1970. A date without a year is
 * the one nearest to it. Overlapping readings yield to the longest; the result is ordered by position.
 */
export function resolveDates(text: string, reference: Date | number): ResolvedDate[] {
  const milliseconds = typeof reference === 'number' ? reference : reference.getTime();
  const head = text.slice(0, SCANNED_LENGTH);
  if (!Number.isFinite(milliseconds) || !HINT.test(head)) return [];
  const today = dayOf(milliseconds);
  const found: ResolvedDate[] = [];
  for (const { expression, resolve } of PATTERNS) {
    for (const match of head.matchAll(expression)) {
      const span = resolve(dateMatch(match), today);
      if (span === null) continue;
      const { precision } = span;
      found.push({
        from: toIso(span.from),
        to: toIso(span.to),
        precision,
        start: match.index,
        end: match.index + match[0].length,
      });
    }
  }
  return withoutOverlaps(found);
}

function withoutOverlaps(found: readonly ResolvedDate[]): ResolvedDate[] {
  const byLength = found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken = new Set<number>();
  const kept: ResolvedDate[] = [];
  for (const date of byLength) {
    let free = true;
    for (let at = date.start; at < date.end && free; at += 1) free = !taken.has(at);
    if (!free) continue;
    for (let at = date.start; at < date.end; at += 1) taken.add(at);
    kept.push(date);
  }
  return kept.sort((a, b) => a.start - b.start);
}
