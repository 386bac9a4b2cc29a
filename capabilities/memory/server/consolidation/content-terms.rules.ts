import { analyze, dateTerms } from '#platform/server/language';

const DAY_MS = 86_400_000;

/** Months and weekdays in both languages: every document carries some, so they bind nothing together. */
const CALENDAR: ReadonlySet<string> = new Set(
  Array.from({ length: 366 }, (_, day) => dateTerms(day * DAY_MS)).flat(),
);

/** Counting words: they stand beside everything and mean nothing by themselves. */
const NUMERALS: ReadonlySet<string> = new Set(
  analyze(
    'one two three four five six seven eight nine ten eleven twelve twenty thirty hundred thousand million half ' +
      'first second third один одна одно два две три четыре пять шесть семь восемь девять десять одиннадцать ' +
      'двенадцать двадцать тридцать сто тысяча миллион полтора половина первый второй третий',
  ),
);

/** The distinct terms that speak of the content: no numbers, digits or words, no calendar words, nothing shorter than three letters. */
export function contentTerms(terms: string): string[] {
  const distinct = new Set(terms.split(' '));
  return [...distinct].filter(
    (term) => term.length > 2 && !CALENDAR.has(term) && !NUMERALS.has(term) && !/^\d/.test(term),
  );
}
