import { civil, type DayNumber, dayFrom, monthSpan, seasonSpan, yearSpan } from './calendar.ts';
import { MONTH, monthNumber, SEASON, seasonNumber } from './date-names.ts';
import { type DatePattern, datePattern } from './date-pattern.ts';
import { daySpan, nearestSpan, type ResolvedSpan } from './date-span.ts';

const YEAR = '((?:1[89]|20)\\d{2})';
const YEAR_WORD = '(?:\\s{1,2}(?:года|году|год|г\\.?))?';

function dayOrNull(year: number, month: number, day: number): ResolvedSpan | null {
  const number = dayFrom(year, month, day);
  return number === null ? null : daySpan(number);
}

/** A date without a year lies as near to the moment of writing as it can. */
function nearestDay(reference: DayNumber, month: number, day: number): ResolvedSpan | null {
  const { year } = civil(reference);
  return nearestSpan(
    reference,
    [year - 1, year, year + 1].map((candidate) => dayOrNull(candidate, month, day)),
  );
}

function dayMonth(day: string, month: string, year: string, reference: DayNumber): ResolvedSpan | null {
  const number = monthNumber(month);
  return year === ''
    ? nearestDay(reference, number, Number(day))
    : dayOrNull(Number(year), number, Number(day));
}

function slashed(first: number, second: number, year: number): ResolvedSpan | null {
  return first > 12 ? dayOrNull(year, second, first) : dayOrNull(year, first, second);
}

function dayRange(
  first: string,
  last: string,
  month: string,
  year: string,
  reference: DayNumber,
): ResolvedSpan | null {
  const from = dayMonth(first, month, year, reference);
  const to = dayMonth(last, month, year, reference);
  return from === null || to === null || from.from > to.to
    ? null
    : { from: from.from, to: to.to, precision: 'range' };
}

export const ABSOLUTE_PATTERNS: readonly DatePattern[] = [
  datePattern('(\\d{4})-(\\d{2})-(\\d{2})(?:T[\\d:.]{2,15}Z?)?', ([, y, m, d]) =>
    dayOrNull(Number(y), Number(m), Number(d)),
  ),
  datePattern('(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})', ([, d, m, y]) =>
    dayOrNull(Number(y), Number(m), Number(d)),
  ),
  datePattern('(\\d{1,2})\\/(\\d{1,2})\\/(\\d{4})', ([, a, b, y]) =>
    slashed(Number(a), Number(b), Number(y)),
  ),
  datePattern(
    `(?:from\\s{1,2}|с\\s{1,2})?(\\d{1,2})(?:st|nd|rd|th|-?го)?(?:\\s?[-–—]\\s?|\\s{1,2}(?:to|по|до)\\s{1,2})(\\d{1,2})(?:st|nd|rd|th|-?е)?\\s{1,2}(?:of\\s{1,2})?(${MONTH})(?:,?\\s{1,2}${YEAR}${YEAR_WORD})?`,
    ([, first, last, month, year], reference) => dayRange(first, last, month, year, reference),
  ),
  datePattern(
    `(\\d{1,2})(?:st|nd|rd|th|-?го|-?е)?\\s{1,2}(?:of\\s{1,2})?(${MONTH})\\.?(?:,?\\s{1,2}${YEAR}${YEAR_WORD})?`,
    ([, day, month, year], reference) => dayMonth(day, month, year, reference),
  ),
  datePattern(
    `(${MONTH})\\.?\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s{1,2}${YEAR})?`,
    ([, month, day, year], reference) => dayMonth(day, month, year, reference),
  ),
  datePattern(`(${MONTH}),?\\s{1,2}(?:of\\s{1,2})?${YEAR}${YEAR_WORD}`, ([, month, year]) => ({
    ...monthSpan(Number(year), monthNumber(month)),
    precision: 'month',
  })),
  datePattern(`(${SEASON})\\s{1,2}(?:of\\s{1,2})?${YEAR}${YEAR_WORD}`, ([, season, year]) => ({
    ...seasonSpan(Number(year), seasonNumber(season)),
    precision: 'season',
  })),
  datePattern(
    `(?:in|during|since|until|by|early|late|mid|в|во|с|до|к)\\s{1,2}(${MONTH})`,
    ([, month], reference) => {
      const { year } = civil(reference);
      const number = monthNumber(month);
      return nearestSpan(
        reference,
        [year - 1, year, year + 1].map((candidate) => ({
          ...monthSpan(candidate, number),
          precision: 'month',
        })),
      );
    },
  ),
  datePattern(
    `(?:in|since|from|of|by|during|until|before|after|back in|в|с|до|после|к)\\s{1,2}${YEAR}(?!\\s{0,2}(?:%|руб|\\$|€))${YEAR_WORD}`,
    ([, year]) => ({
      ...yearSpan(Number(year)),
      precision: 'year',
    }),
  ),
  datePattern(`${YEAR}\\s{1,2}(?:года|году|год|г\\.)`, ([, year]) => ({
    ...yearSpan(Number(year)),
    precision: 'year',
  })),
];
