import { distanceBetween } from '#base/geometry';
import type { Point } from '../../contract/index.ts';
import type { Quest } from '../catalogue/content.ts';
import { routeFaults } from './task.rules.ts';

/** What must be done before submission; codes for people's own language. */
export type FaultCode =
  | 'summary_missing'
  | 'description_short'
  | 'cover_missing'
  | 'too_few_points'
  | 'point_far'
  | 'task_contradicts_itself';

export interface ReadinessFault {
  readonly code: FaultCode;
  readonly pointId: string | null;
}

/** Characters. */
export const shortestDescription = 100;
export const fewestPoints = 3;
/** Metres between a point and the one before. */
export const farthest = 30_000;

/** The way from point to point in whole metres. */
export function lengthOf(points: readonly Point[]): number {
  const metres = points.reduce((sum, point, index) => {
    const before = points[index - 1];
    return before === undefined ? 0 : sum + distanceBetween(before.place_settings, point.place_settings);
  }, 0);
  return Math.round(metres);
}

function farPoints(points: readonly Point[]): readonly ReadinessFault[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const isFar =
      before !== undefined && distanceBetween(before.place_settings, point.place_settings) > farthest;
    return isFar ? [{ code: 'point_far' as const, pointId: point.id }] : [];
  });
}

/** Nothing is left to do when the list is empty. */
export function readinessFaults({
  content,
  points,
}: Pick<Quest, 'content' | 'points'>): readonly ReadinessFault[] {
  const whole = (code: FaultCode, isFault: boolean): readonly ReadinessFault[] =>
    isFault ? [{ code, pointId: null }] : [];
  const contradictory = new Set(routeFaults(points).map(({ pointId }) => pointId));
  return [
    ...whole('summary_missing', content.summary.trim() === ''),
    ...whole('description_short', content.description.trim().length < shortestDescription),
    ...whole('cover_missing', content.cover_file_id === null),
    ...whole('too_few_points', points.length < fewestPoints),
    ...farPoints(points),
    ...[...contradictory].map((pointId) => ({ code: 'task_contradicts_itself' as const, pointId })),
  ];
}
