import { done, failed, fault, type Result } from '../fault.ts';
import { dayMinutes, weekdayOf } from '../moment.rules.ts';
import type { Timetable } from '../schedule/timetable.ts';

export type BucketSize = 'day' | 'week';

/** Days and weeks that tasks touch, all together. */
const mostCells = 2_000_000;

/** The beginning of the day or of the Monday's week of a moment. */
export function bucketStart(moment: number, size: BucketSize): number {
  const day = Math.floor(moment / dayMinutes);
  return (size === 'day' ? day : day - weekdayOf(day)) * dayMinutes;
}

export function bucketLength(size: BucketSize): number {
  return size === 'day' ? dayMinutes : 7 * dayMinutes;
}

/** Refuses what would take too many cells. */
export function checkCells({ begins, ends }: Timetable, size: BucketSize): Result<undefined> {
  const length = bucketLength(size);
  const cells = begins.reduce((sum, begin, task) => sum + 1 + ((ends[task] as number) - begin) / length, 0);
  return cells <= mostCells
    ? done(undefined)
    : failed(
        fault(
          'too_long',
          '/tasks',
          'План слишком велик для такой подробности.',
          'The plan is too large for so fine a view.',
        ),
      );
}
