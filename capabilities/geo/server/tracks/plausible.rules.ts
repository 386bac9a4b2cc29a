import { distanceBetween } from '#base/geometry';
import { minute, second } from '#base/time';
import { isReading } from '../check-in/readings.rules.ts';
import type { Fix } from '../index.ts';

export interface TrackLimits {
  readonly now: Date;
  /** Milliseconds that readings are kept. */
  readonly retention: number;
  /** Metres per second. */
  readonly maxSpeed: number;
}

/** A device's clock may be ahead by this much. */
const tolerance = 5 * minute;
/** Metres; worse than a network cell. */
const worstAccuracy = 10_000;
/** Degrees around (0, 0), which receivers say when they know nothing. */
const nowhere = 0.000_1;

function isPossible(fix: Fix, { now, retention }: TrackLimits): boolean {
  return (
    isReading(fix) &&
    fix.accuracy <= worstAccuracy &&
    (Math.abs(fix.lat) > nowhere || Math.abs(fix.lng) > nowhere) &&
    fix.at.getTime() <= now.getTime() + tolerance &&
    fix.at.getTime() >= now.getTime() - retention
  );
}

function isTooFast(from: Fix, to: Fix, maxSpeed: number): boolean {
  const metres = distanceBetween(from, to) - from.accuracy - to.accuracy;
  return metres > maxSpeed * Math.max(1, (to.at.getTime() - from.at.getTime()) / second);
}

/**
 * Readings worth keeping, in order of time: no nonsense, no duplicates of a moment, none from the future, none that is
 * reached too fast from the one kept before it. The longer ago that was, the farther one may have come, so a track
 * heals by itself after a false start.
 */
export function plausibleReadings(
  fixes: readonly Fix[],
  before: Fix | undefined,
  limits: TrackLimits,
): readonly Fix[] {
  const kept: Fix[] = [];
  let last = before;
  const inOrder = fixes
    .filter((fix) => isPossible(fix, limits))
    .toSorted((left, right) => left.at.getTime() - right.at.getTime());
  for (const fix of inOrder) {
    if (last !== undefined && last.at.getTime() === fix.at.getTime()) continue;
    if (last !== undefined && last.at < fix.at && isTooFast(last, fix, limits.maxSpeed)) continue;
    kept.push(fix);
    last = fix;
  }
  return kept;
}
