import { dateTerms } from '#platform/server/language';

const DAY_MS = 86_400_000;

/** Months and weekdays in both languages: every document carries some, so they bind nothing together. */
const CALENDAR: ReadonlySet<string> = new Set(
  Array.from({ length: 366 }, (_, day) => dateTerms(day * DAY_MS)).flat(),
);

/** The distinct terms that speak of the content: no numbers, no calendar words, nothing shorter than three letters. */
export function contentTerms(terms: string): string[] {
  const distinct = new Set(terms.split(' '));
  return [...distinct].filter((term) => term.length > 2 && !CALENDAR.has(term) && !/^\d/.test(term));
}
