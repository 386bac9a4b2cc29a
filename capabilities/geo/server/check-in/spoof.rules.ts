import { distanceBetween } from '#base/geometry';
import { minute, second } from '#base/time';
import type { CheckInHistory, Fix } from '../index.ts';

/** What is strange about readings, and how much it weighs. The sum decides; nobody is refused for one small thing. */
const weights = {
  mock: 0.8,
  impossible_speed: 0.8,
  implausible_speed: 0.35,
  jump: 0.35,
  out_of_order: 0.4,
  repeated_position: 0.3,
  repeated_accuracy: 0.15,
  on_the_spot: 0.3,
  on_the_spot_again: 0.5,
  clock_skew: 0.3,
  track_gap: 0.15,
} as const;

type Reason = keyof typeof weights;

export interface Suspicion {
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface Judged {
  /** Oldest first, at least one. */
  readonly readings: readonly Fix[];
  readonly best: Fix;
  /** Of the best reading to the place, metres. */
  readonly distance: number;
  /** Metres per second. */
  readonly plausibleSpeed: number;
  readonly history: CheckInHistory;
}

const walkingSpeed = 12;
/** Nothing on the ground goes so fast between two points of a city. */
const groundSpeed = 70;

export const defaultPlausibleSpeed = walkingSpeed;

/** Metres per second that the readings prove: what their accuracies explain is taken off. */
function provenSpeed(from: Fix, to: Fix): number {
  const metres = Math.max(0, distanceBetween(from, to) - from.accuracy - to.accuracy);
  const seconds = (to.at.getTime() - from.at.getTime()) / second;
  return metres === 0 ? 0 : metres / Math.max(1, seconds);
}

const samePlace = (left: Fix, right: Fix): boolean => left.lat === right.lat && left.lng === right.lng;

/** The longest run of neighbours that are alike. */
function longestRun(readings: readonly Fix[], alike: (left: Fix, right: Fix) => boolean): number {
  let [longest, run] = [0, 0];
  readings.forEach((fix, index) => {
    const before = readings[index - 1];
    run = before !== undefined && alike(before, fix) ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}

function speedReason(speed: number, plausible: number): Reason | undefined {
  if (speed > Math.max(groundSpeed, 3 * plausible)) return 'impossible_speed';
  return speed > plausible ? 'implausible_speed' : undefined;
}

function sinceLastCheckIn({ best, history, plausibleSpeed }: Judged): readonly (Reason | undefined)[] {
  const last = history.previous.at(-1);
  if (last === undefined) return [];
  return [
    speedReason(provenSpeed(last.fix, best), plausibleSpeed),
    best.at.getTime() < last.fix.at.getTime() ? 'out_of_order' : undefined,
  ];
}

function amongReadings({ readings, plausibleSpeed }: Judged): readonly (Reason | undefined)[] {
  const pairs = readings.slice(1).map((to, index) => [readings[index] ?? to, to] as const);
  const limit = Math.max(groundSpeed, 3 * plausibleSpeed);
  const gap = (from: Fix, to: Fix): boolean => to.at.getTime() - from.at.getTime() > 5 * minute;
  return [
    pairs.some(([from, to]) => provenSpeed(from, to) > limit) ? 'jump' : undefined,
    pairs.some(([from, to]) => gap(from, to)) ? 'track_gap' : undefined,
  ];
}

function repetitions({ readings, best, distance, history }: Judged): readonly (Reason | undefined)[] {
  const earlier = history.previous.map(({ fix }) => fix);
  const centred = distance < 1 ? history.previous.filter((one) => one.distance < 1).length : 0;
  const copied = earlier.some((fix) => fix.at.getTime() !== best.at.getTime() && samePlace(fix, best));
  const sameAccuracy = longestRun(
    [...earlier, ...readings],
    (left, right) => left.accuracy === right.accuracy,
  );
  return [
    copied || longestRun(readings, samePlace) >= 3 ? 'repeated_position' : undefined,
    sameAccuracy >= 5 ? 'repeated_accuracy' : undefined,
    centred === 1 ? 'on_the_spot' : undefined,
    centred > 1 ? 'on_the_spot_again' : undefined,
  ];
}

/** How strange the readings of a check-in look, 0 to 1, and why. */
export function suspicionOf(judged: Judged): Suspicion {
  const newest = judged.readings.at(-1)?.at.getTime() ?? 0;
  const found: readonly (Reason | undefined)[] = [
    judged.readings.some(({ mock }) => mock === true) ? 'mock' : undefined,
    newest - judged.history.receivedAt.getTime() > minute ? 'clock_skew' : undefined,
    ...sinceLastCheckIn(judged),
    ...amongReadings(judged),
    ...repetitions(judged),
  ];
  const reasons = found.filter((reason) => reason !== undefined);
  const sum = reasons.reduce((total, reason) => total + weights[reason], 0);
  return { score: Math.min(1, Math.round(sum * 100) / 100), reasons };
}
