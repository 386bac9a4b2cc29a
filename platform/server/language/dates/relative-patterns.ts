import { addMonths, civil, type DayNumber, monthSpan, seasonSpan, weekSpan } from './calendar.ts';
import {
  COUNT,
  countOf,
  isVagueCount,
  MONTH,
  monthNumber,
  SEASON,
  seasonNumber,
  UNIT,
  unitOf,
  WEEKDAY,
  weekdayNumber,
} from './date-names.ts';
import { type DatePattern, datePattern } from './date-pattern.ts';
import {
  daySpan,
  direction,
  nearestSpan,
  type ResolvedSpan,
  rangeSpan,
  shiftedSpan,
  trailingSpan,
} from './date-span.ts';

const WHICH =
  '(last|past|previous|this|current|next|coming|upcoming|(?:прошл|минувш|предыдущ|эт|текущ|нынешн|следующ|будущ|ближайш)[а-я]{1,3})';

const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ['day before yesterday', -2],
  ['позавчера', -2],
  ['yesterday', -1],
  ['last night', -1],
  ['вчера', -1],
  ['today', 0],
  ['tonight', 0],
  ['this morning', 0],
  ['this afternoon', 0],
  ['this evening', 0],
  ['сегодня', 0],
  ['tomorrow', 1],
  ['завтра', 1],
  ['day after tomorrow', 2],
  ['послезавтра', 2],
]);

function ago(count: string, unitWord: string, reference: DayNumber, sign: -1 | 1): ResolvedSpan | null {
  const amount = count === '' ? 1 : countOf(count);
  const unit = unitOf(unitWord);
  const span = shiftedSpan(reference, sign * amount, unit);
  if (unit !== 'day' || !isVagueCount(count)) return span;
  return sign < 0
    ? rangeSpan(span.from - 2, Math.min(span.to + 1, reference - 1))
    : rangeSpan(Math.max(span.from - 1, reference + 1), span.to + 2);
}

/** Last Friday lies in the seven days before the reference, next Friday in the seven after, this one in its week. */
function weekday(which: string, word: string, reference: DayNumber): ResolvedSpan | null {
  const wanted = weekdayNumber(word);
  const today = civil(reference).weekday;
  const before = reference - (((today - wanted + 6) % 7) + 1);
  const after = reference + (((wanted - today + 6) % 7) + 1);
  const turn = direction(which);
  if (turn === -1) return daySpan(before);
  if (turn === 1) return daySpan(after);
  if (turn === 0) return daySpan(weekSpan(reference).from + wanted);
  return nearestSpan(reference, [
    daySpan(before),
    ...(today === wanted ? [daySpan(reference)] : []),
    daySpan(after),
  ]);
}

function weekend(which: string, reference: DayNumber): ResolvedSpan {
  const turn = direction(which) ?? 0;
  const isWeekend = civil(reference).weekday >= 5;
  const monday = weekSpan(reference).from + turn * 7 + (turn === 0 && which === '' && !isWeekend ? -7 : 0);
  return { from: monday + 5, to: monday + 6, precision: 'range' };
}

/** Last May is the latest May that is over before this month, next May the first that begins after it. */
function namedMonth(which: string, word: string, reference: DayNumber): ResolvedSpan | null {
  const turn = direction(which);
  const month = monthNumber(word);
  const now = civil(reference);
  const shift = turn === -1 ? (month < now.month ? 0 : -1) : turn === 1 ? (month > now.month ? 0 : 1) : 0;
  return { ...monthSpan(now.year + shift, month), precision: 'month' };
}

function namedSeason(which: string, word: string, reference: DayNumber): ResolvedSpan | null {
  const turn = direction(which);
  const { year } = civil(reference);
  const candidates = [year - 1, year, year + 1, year + 2].map(
    (candidate): ResolvedSpan => ({ ...seasonSpan(candidate, seasonNumber(word)), precision: 'season' }),
  );
  if (turn === -1) return candidates.findLast((span) => span.to < reference) ?? null;
  if (turn === 1) return candidates.find((span) => span.from > reference) ?? null;
  return nearestSpan(reference, candidates);
}

export const RELATIVE_PATTERNS: readonly DatePattern[] = [
  datePattern(
    '(?:the\\s{1,2})?(day before yesterday|day after tomorrow|yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening)|позавчера|вчера|сегодня|послезавтра|завтра)',
    ([, word], reference) => daySpan(reference + (NAMED_DAYS.get(word.toLowerCase()) ?? 0)),
  ),
  datePattern(
    `(?:(?:about|around|almost|nearly|около|почти|примерно)\\s{1,2})?(${COUNT})\\s{1,2}(${UNIT})\\s{1,2}(?:ago|earlier|back|before now|тому назад|назад)`,
    ([, count, unit], reference) => ago(count, unit, reference, -1),
  ),
  datePattern(`(${UNIT})\\s{1,2}(?:тому\\s{1,2})?назад`, ([, unit], reference) =>
    ago('', unit, reference, -1),
  ),
  datePattern('полгода\\s{1,2}назад', (_match, reference) => shiftedSpan(reference, -6, 'month')),
  datePattern(`(?:in|within|через)\\s{1,2}(${COUNT})\\s{1,2}(${UNIT})`, ([, count, unit], reference) =>
    ago(count, unit, reference, 1),
  ),
  datePattern(`через\\s{1,2}(${UNIT})`, ([, unit], reference) => ago('', unit, reference, 1)),
  datePattern(`(${COUNT})\\s{1,2}(${UNIT})\\s{1,2}(?:from now|later|спустя)`, ([, count, unit], reference) =>
    ago(count, unit, reference, 1),
  ),
  datePattern(
    `(?:(?:the|over|for|in|за)\\s{1,2}){0,2}(?:last|past|последн(?:ие|их|юю|ий|ее)|прошл(?:ые|ых))\\s{1,2}(${COUNT})\\s{1,2}(${UNIT})`,
    ([, count, unit], reference) => trailingSpan(reference, countOf(count), unitOf(unit)),
  ),
  datePattern(
    `(?:(?:on|in|at|the|на|в|во)\\s{1,2}){0,2}${WHICH}\\s{1,2}(week|month|year|недел[юеи]|месяц[еа]?|год[уа]?)`,
    ([, which, unit], reference) => shiftedSpan(reference, direction(which) ?? 0, unitOf(unit)),
  ),
  datePattern(
    `(?:(?:on|at|over|the|на|в)\\s{1,2}){0,2}${WHICH}\\s{1,2}(?:weekend|выходны[ехм]{1,2})`,
    ([, which], reference) => weekend(which, reference),
  ),
  datePattern('(?:(?:on|at|over|the|на|в)\\s{1,2}){1,2}(?:weekend|выходны[ехм]{1,2})', (_match, reference) =>
    weekend('', reference),
  ),
  datePattern(`(?:(?:on|в|во)\\s{1,2})?${WHICH}\\s{1,2}(${WEEKDAY})`, ([, which, word], reference) =>
    weekday(which, word, reference),
  ),
  datePattern(`(?:(?:on|by|until|в|во|до|к)\\s{1,2})(${WEEKDAY})`, ([, word], reference) =>
    weekday('', word, reference),
  ),
  datePattern(`(?:(?:in|during|в|во)\\s{1,2})?${WHICH}\\s{1,2}(${MONTH})`, ([, which, word], reference) =>
    namedMonth(which, word, reference),
  ),
  datePattern(`(?:(?:in|during)\\s{1,2})?${WHICH}\\s{1,2}(${SEASON})`, ([, which, word], reference) =>
    namedSeason(which, word, reference),
  ),
  datePattern(
    '(?:a |the )?(?:year|год) (?:before last|позапрошлый)|в позапрошлом году',
    (_match, reference) => shiftedSpan(reference, -2, 'year'),
  ),
  datePattern('на позапрошлой неделе|(?:the )?week before last', (_match, reference) =>
    shiftedSpan(reference, -2, 'week'),
  ),
  datePattern(
    '(?:a|one) (?:month|year) and a half ago|полтора (?:месяца|года) назад',
    ([whole], reference) => ({
      from: addMonths(reference, /year|года/i.test(whole) ? -19 : -2),
      to: addMonths(reference, /year|года/i.test(whole) ? -17 : -1),
      precision: 'range',
    }),
  ),
];
