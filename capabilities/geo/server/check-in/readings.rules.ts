import { isPosition } from '#base/geometry';
import { minute } from '#base/time';
import type { Fix } from '../index.ts';

const window = 10 * minute;

/** Tells whether a reading can be judged at all. */
export function isReading(fix: Fix): boolean {
  return (
    isPosition(fix) && Number.isFinite(fix.accuracy) && fix.accuracy >= 0 && Number.isFinite(fix.at.getTime())
  );
}

/** Readings that can be judged, oldest first, of the ten minutes before the newest. */
export function readingsThatCount(fixes: readonly Fix[]): readonly Fix[] {
  const inOrder = fixes.filter(isReading).toSorted((left, right) => left.at.getTime() - right.at.getTime());
  const newest = inOrder.at(-1)?.at.getTime() ?? 0;
  return inOrder.filter(({ at }) => newest - at.getTime() <= window);
}
