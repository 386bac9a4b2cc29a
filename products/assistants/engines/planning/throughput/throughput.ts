import { done, type Fault, failed, fault, type Result } from '../fault.ts';
import { dayMinutes, formatDay, parseMoment } from '../moment.rules.ts';
import type { LocalMoment } from '../plan.ts';
import { createRandom, type Random } from '../simulation/random.ts';
import { percentile, round } from '../simulation/statistics.rules.ts';

export interface ThroughputQuestion {
  /** Items finished in each past week, zeros included. */
  readonly history: readonly number[];
  /** Items added to the backlog in each past week; nothing is added without it. */
  readonly added?: readonly number[];
  /** The forecast begins here. */
  readonly start: LocalMoment;
  /** How many weeks these items take. */
  readonly items?: number;
  /** How many items are finished by this day. */
  readonly by?: LocalMoment;
  /** 10 000 without it; up to 100 000. */
  readonly runs?: number;
  readonly seed?: number;
}

export interface ThroughputForecast {
  readonly weeksOfHistory: number;
  readonly meanPerWeek: number;
  readonly meanAddedPerWeek: number;
  /** Whole weeks until the items are finished, with growth of the backlog; null beyond ten years. */
  readonly when?: {
    readonly items: number;
    readonly weeks: Chances<number | null>;
    readonly dates: Chances<LocalMoment | null>;
    /** Share of runs that did not end within ten years. */
    readonly never: number;
  };
  /** Items finished within the whole weeks up to the day, at least so many with that probability. */
  readonly howMany?: { readonly by: LocalMoment; readonly weeks: number; readonly atLeast: Chances<number> };
}

export interface Chances<Value> {
  readonly p50: Value;
  readonly p85: Value;
  readonly p95: Value;
}

const mostWeeks = 520;
const mostHistory = 2_000;
const week = 7 * dayMinutes;

function check(question: ThroughputQuestion): readonly Fault[] {
  const { history, added = [], start, items = 0, by, runs = 10_000, seed = 1 } = question;
  const found: Fault[] = [];
  const counts = [...history.slice(0, mostHistory), ...added.slice(0, mostHistory)];
  if (history.length > mostHistory || added.length > mostHistory) {
    found.push(fault('too_many', '/history', 'Слишком длинная история.', 'The history is too long.'));
  }
  if (history.length === 0 || counts.some((count) => !Number.isInteger(count) || count < 0 || count > 1e6)) {
    found.push(
      fault(
        'bad_history',
        '/history',
        'Нужны целые числа за прошлые недели.',
        'Whole numbers of past weeks are needed.',
      ),
    );
  } else if (history.every((count) => count === 0)) {
    found.push(
      fault(
        'empty_history',
        '/history',
        'За всю историю ничего не сделано: прогноз невозможен.',
        'Nothing was ever finished: there is no forecast.',
      ),
    );
  }
  const first = parseMoment(start);
  const last = by === undefined ? first : parseMoment(by, 'end');
  if (first === undefined || last === undefined || last < first) {
    found.push(
      fault(
        'bad_date',
        '/start',
        'Нужны дата начала и дата не раньше неё.',
        'A start and a day not before it are needed.',
      ),
    );
  }
  if (!Number.isInteger(items) || items < 0 || items > 1e7) {
    found.push(
      fault('bad_number', '/items', 'Нужно целое число элементов.', 'A whole number of items is needed.'),
    );
  }
  if (!Number.isInteger(runs) || runs < 1 || runs > 100_000 || !Number.isSafeInteger(seed)) {
    found.push(fault('bad_options', '/runs', 'Прогонов от 1 до 100 000.', 'Runs must be from 1 to 100,000.'));
  }
  return found;
}

function drawOf(weeks: readonly number[], random: Random): () => number {
  return () => weeks[Math.floor(random() * weeks.length)] ?? 0;
}

/** Weeks until the backlog is empty; more than the most when it is not. */
function weeksToFinish(items: number, finished: () => number, added: () => number): number {
  let left = items;
  let weeks = 0;
  while (left > 0 && weeks <= mostWeeks) {
    left += added() - finished();
    weeks += 1;
  }
  return weeks;
}

/**
 * A forecast from how much was finished in past weeks: each run draws weeks of the history by chance. Answers the
 * questions that were asked, with 50, 85 and 95 % certainty.
 */
export function forecastThroughput(question: ThroughputQuestion): Result<ThroughputForecast> {
  const faults = check(question);
  if (faults.length > 0) return failed(...faults);
  const { history, added = [], start, items, by, runs = 10_000, seed = 1 } = question;
  const random = createRandom(seed);
  const finished = drawOf(history, random);
  const growth = drawOf(added, random);
  const begin = parseMoment(start) ?? 0;
  const mean = (values: readonly number[]): number =>
    values.length === 0 ? 0 : round(values.reduce((sum, value) => sum + value, 0) / values.length);

  const when = (count: number): NonNullable<ThroughputForecast['when']> => {
    const all = Float64Array.from({ length: runs }, () => weeksToFinish(count, finished, growth)).sort();
    const weeks = (share: number): number | null => {
      const value = Math.max(0, Math.ceil(percentile(all, share) - 1e-9));
      return value > mostWeeks ? null : value;
    };
    const date = (share: number): LocalMoment | null => {
      const value = weeks(share);
      return value === null ? null : formatDay(begin + value * week);
    };
    return {
      items: count,
      weeks: { p50: weeks(0.5), p85: weeks(0.85), p95: weeks(0.95) },
      dates: { p50: date(0.5), p85: date(0.85), p95: date(0.95) },
      never: round(all.reduce((sum, value) => sum + (value > mostWeeks ? 1 : 0), 0) / runs),
    };
  };
  const howMany = (day: LocalMoment): NonNullable<ThroughputForecast['howMany']> => {
    const weeks = Math.min(mostWeeks, Math.floor(((parseMoment(day, 'end') ?? begin) - begin) / week));
    const all = Float64Array.from({ length: runs }, () => {
      let sum = 0;
      for (let at = 0; at < weeks; at += 1) sum += finished();
      return sum;
    }).sort();
    const least = (share: number): number => Math.floor(percentile(all, 1 - share) + 1e-9);
    return { by: day, weeks, atLeast: { p50: least(0.5), p85: least(0.85), p95: least(0.95) } };
  };
  return done({
    weeksOfHistory: history.length,
    meanPerWeek: mean(history),
    meanAddedPerWeek: mean(added),
    ...(items === undefined ? {} : { when: when(items) }),
    ...(by === undefined ? {} : { howMany: howMany(by) }),
  });
}
