import type { Static } from 'typebox';
import { bearingBetween, distanceBetween, isReached, type Position } from '#base/geometry';
import type { Fix as FixSchema } from '../../../contract/index.ts';

export type Fix = Static<typeof FixSchema>;

/** Readings that go along with a check-in: whoever walked past a minute ago was there. */
const keepFor = 60_000;
const mostKept = 60;

/** The latest readings, oldest first. */
export function withFix(fixes: readonly Fix[], fix: Fix): readonly Fix[] {
  const newest = Date.parse(fix.at);
  return [...fixes.filter(({ at }) => newest - Date.parse(at) <= keepFor), fix].slice(-mostKept);
}

/** Whether the readings taken since the button was pressed are enough to ask the server. */
export function isEnough(
  fresh: readonly Fix[],
  target: (Position & { readonly radius: number }) | null,
): boolean {
  if (fresh.length >= 3) return true;
  if (target === null) return fresh.some(({ accuracy }) => accuracy <= 20);
  return fresh.some((fix) => isReached(distanceBetween(target, fix), target.radius, fix.accuracy, 15));
}

export const directions = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Direction = (typeof directions)[number];

/** One of eight directions for degrees clockwise from north. */
export function directionOf(bearing: number): Direction {
  return directions[Math.round((((bearing % 360) + 360) % 360) / 45) % 8] ?? 'n';
}

export interface Way {
  /** Metres. */
  readonly distance: number;
  /** Degrees clockwise from north. */
  readonly bearing: number;
}

export function wayTo(from: Position, to: Position): Way {
  return { distance: distanceBetween(from, to), bearing: bearingBetween(from, to) };
}
