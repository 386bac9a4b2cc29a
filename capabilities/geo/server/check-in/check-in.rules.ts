import { distanceBetween, isReached } from '#base/geometry';
import { Refusal } from '#base/refusal';
import { minute, second } from '#base/time';
import type { CheckInHistory, CheckInResult, CheckInRule, CheckInVerdict, Fix } from '../index.ts';
import { readingsThatCount } from './readings.rules.ts';
import { defaultPlausibleSpeed, suspicionOf } from './spoof.rules.ts';

const defaultCap = 30;
/** Metres; a reading less accurate says nothing about a place in a city. */
const worstAccuracy = 100;
const freshFor = 30 * second;
/** A device further ahead of the server's clock cannot say when its readings were taken. */
const mostAhead = 10 * minute;
const strictGap = 5 * second;
const suspicious = 0.7;

interface Measured {
  readonly fix: Fix;
  readonly distance: number;
  readonly usable: boolean;
  readonly passes: boolean;
}

function measure(rule: CheckInRule, fix: Fix): Measured {
  const distance = distanceBetween(rule.at, fix);
  const usable = fix.accuracy <= worstAccuracy;
  const reached = isReached(distance, rule.radius, fix.accuracy, rule.accuracyCap ?? defaultCap);
  return { fix, distance, usable, passes: usable && reached };
}

/** Passing readings before usable ones before all others; the nearest of its kind. */
function bestOf(measured: readonly Measured[]): Measured | undefined {
  const rank = (one: Measured): number => (one.passes ? 0 : one.usable ? 1 : 2);
  return measured.toSorted((left, right) => rank(left) - rank(right) || left.distance - right.distance)[0];
}

function isStale(newest: Fix, { receivedAt, offline }: CheckInHistory): boolean {
  if (offline === true) return false;
  const age = receivedAt.getTime() - newest.at.getTime();
  return age > freshFor || age < -mostAhead;
}

function hasTwoApart(passing: readonly Measured[]): boolean {
  const [first, last] = [passing[0], passing.at(-1)];
  if (first === undefined || last === undefined) return false;
  return last.fix.at.getTime() - first.fix.at.getTime() >= strictGap;
}

function resultOf(best: Measured, stale: boolean, needsSecond: boolean, score: number): CheckInResult {
  if (stale) return 'stale';
  if (!best.usable) return 'poor_accuracy';
  if (!best.passes) return 'too_far';
  if (score >= suspicious) return 'suspicious';
  return needsSecond ? 'poor_accuracy' : 'passed';
}

/**
 * Judges readings against a place. Any reading of the last ten minutes may pass, so walking past counts.
 * Throws a refusal `geo.no_reading` when no reading can be judged.
 */
export function judgeCheckIn(
  rule: CheckInRule,
  fixes: readonly Fix[],
  history: CheckInHistory,
): CheckInVerdict {
  const measured = readingsThatCount(fixes).map((fix) => measure(rule, fix));
  const [best, newest] = [bestOf(measured), measured.at(-1)];
  if (best === undefined || newest === undefined) {
    throw new Refusal('invalid', 'geo.no_reading', 'There is no usable reading of the position.');
  }
  const { score, reasons } = suspicionOf({
    readings: measured.map(({ fix }) => fix),
    best: best.fix,
    distance: best.distance,
    plausibleSpeed: rule.plausibleSpeed ?? defaultPlausibleSpeed,
    history,
  });
  const needsSecond = rule.strict === true && !hasTwoApart(measured.filter(({ passes }) => passes));
  return {
    result: resultOf(best, isStale(newest.fix, history), needsSecond, score),
    distance: best.distance,
    accuracy: best.fix.accuracy,
    spoofScore: score,
    reasons: [...reasons, ...(best.passes && needsSecond ? ['second_reading_needed'] : [])],
  };
}
