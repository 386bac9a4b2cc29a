import { addMonths, civil, type DayNumber, type DaySpan, monthSpan, weekSpan, yearSpan } from './calendar.ts';
import type { Unit } from './date-names.ts';

/** How exactly a phrase names its time; `range` is a span given or implied by the phrase itself. */
export type DatePrecision = 'day' | 'week' | 'month' | 'season' | 'year' | 'range';

export interface ResolvedSpan extends DaySpan {
  readonly precision: DatePrecision;
}

export function daySpan(day: DayNumber): ResolvedSpan {
  return { from: day, to: day, precision: 'day' };
}

export function rangeSpan(from: DayNumber, to: DayNumber): ResolvedSpan | null {
  return from <= to ? { from, to, precision: 'range' } : null;
}

/** The whole week, month or year that lies `amount` units away, or the single day. */
export function shiftedSpan(reference: DayNumber, amount: number, unit: Unit): ResolvedSpan {
  const { year, month } = civil(reference);
  switch (unit) {
    case 'day':
      return daySpan(reference + amount);
    case 'week':
      return { ...weekSpan(reference + amount * 7), precision: 'week' };
    case 'month':
      return { ...monthSpan(year, month, amount), precision: 'month' };
    case 'year':
      return { ...yearSpan(year + amount), precision: 'year' };
    default: {
      const unknown: never = unit;
      return unknown;
    }
  }
}

/** From that many units before the reference up to it. */
export function trailingSpan(reference: DayNumber, amount: number, unit: Unit): ResolvedSpan {
  const start = {
    day: reference - amount,
    week: reference - amount * 7,
    month: addMonths(reference, -amount),
    year: addMonths(reference, -amount * 12),
  }[unit];
  return { from: start, to: reference, precision: 'range' };
}

/** Of spans a year (or a week) apart, the one whose middle is nearest to the reference; the earlier on a tie. */
export function nearestSpan(
  reference: DayNumber,
  spans: readonly (ResolvedSpan | null)[],
): ResolvedSpan | null {
  let best: ResolvedSpan | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const span of spans) {
    if (span === null) continue;
    const distance = Math.abs((span.from + span.to) / 2 - reference);
    if (distance < bestDistance) {
      best = span;
      bestDistance = distance;
    }
  }
  return best;
}

/** -1 for last, 0 for this, +1 for next, in either language; null for any other word. */
export function direction(word: string): -1 | 0 | 1 | null {
  const lower = word.toLowerCase();
  if (/^(?:last|past|previous|прошл|минувш|предыдущ)/.test(lower)) return -1;
  if (/^(?:this|current|эт|текущ|нынешн)/.test(lower)) return 0;
  return /^(?:next|coming|upcoming|следующ|будущ|ближайш)/.test(lower) ? 1 : null;
}
