import { stem } from '../stems.ts';
import { civil, dayOf } from './calendar.ts';
import { MONTHS_EN, MONTHS_RU, WEEKDAYS_EN, WEEKDAYS_RU } from './date-names.ts';
import type { DateRange } from './resolve-dates.ts';

/** Spans up to this many days name their days and weekdays; longer ones only months and years. */
const DAYS_NAMED = 3;
/** Longer spans name only their years: twelve months match every question about any of them. */
const MONTHS_NAMED = 4;
const YEARS_NAMED = 10;

function monthTerms(month: number): string[] {
  return [stem(MONTHS_EN[month - 1] ?? ''), stem(MONTHS_RU[month - 1] ?? '')];
}

function dayTerms(day: number): string[] {
  const date = civil(day);
  return [String(date.day), stem(WEEKDAYS_EN[date.weekday] ?? ''), stem(WEEKDAYS_RU[date.weekday] ?? '')];
}

/**
 * Gives the words of an absolute day or span as searchable stems: years, months, and for at most three days the
 * day numbers and weekdays; month and weekday names in English and in Russian. Takes an ISO date, a span of ISO
 * dates or milliseconds since 1970 (UTC). An unreadable date has no terms.
 */
export function dateTerms(date: string | number | DateRange): string[] {
  const range = typeof date === 'object' ? date : { from: date, to: date };
  const from = typeof range.from === 'number' ? dayOf(range.from) : dayOf(Date.parse(range.from));
  const to = typeof range.to === 'number' ? dayOf(range.to) : dayOf(Date.parse(range.to));
  if (!Number.isFinite(from) || !Number.isFinite(to) || to < from) return [];
  const first = civil(from);
  const last = civil(to);
  if (!Number.isFinite(first.year) || !Number.isFinite(last.year)) return [];
  const terms = new Set<string>();
  for (let year = first.year; year <= Math.min(last.year, first.year + YEARS_NAMED); year += 1)
    terms.add(String(year));
  const months = (last.year - first.year) * 12 + last.month - first.month + 1;
  if (months <= MONTHS_NAMED) {
    for (let offset = 0; offset < months; offset += 1) {
      for (const term of monthTerms(((first.month - 1 + offset) % 12) + 1)) terms.add(term);
    }
  }
  if (to - from < DAYS_NAMED) {
    for (let day = from; day <= to; day += 1) for (const term of dayTerms(day)) terms.add(term);
  }
  return [...terms];
}
