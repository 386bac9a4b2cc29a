import type { PlayPoint, Session } from '../../../contract/index.ts';

export const isOver = ({ status }: Pick<PlayPoint, 'status'>): boolean =>
  status === 'done' || status === 'skipped';

/** The point a player most likely means: where they are, else the next one open; null in a secret search. */
export function currentPoint({
  points,
  order_mode,
}: Pick<Session, 'points' | 'order_mode'>): PlayPoint | null {
  const there = points.find(({ status }) => status === 'arrived' || status === 'pending');
  if (there !== undefined) return there;
  if (order_mode === 'secret') return null;
  return points.find(({ status }) => status === 'open') ?? null;
}

export function mayFinishEarly({ order_mode, points, state }: Session): boolean {
  const free = order_mode === 'open' || order_mode === 'secret';
  return state === 'active' && free && points.some(({ status }) => status === 'done');
}

export const pointsLeft = ({ points }: Pick<Session, 'points'>): number =>
  points.filter((point) => !isOver(point)).length;
