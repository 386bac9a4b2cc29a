import type { OfflinePack, PackPoint, PlayPoint, Session } from '../../../contract/index.ts';

/** A point of the pack with as much of it as its status lets the player see; what was paid for stays. */
export function revealed(
  { order_mode }: Pick<Session, 'order_mode'>,
  current: PlayPoint,
  full: PackPoint,
  status: PlayPoint['status'],
): PlayPoint {
  const there = status !== 'open';
  const over = status === 'done' || status === 'skipped';
  const secret = order_mode === 'secret';
  const seen = new Map(current.hints.map(({ id, text }) => [id, text]));
  const before = current.status === 'locked' ? (secret || full.hidden ? null : full.place) : current.place;
  return {
    ...current,
    status,
    title: secret && !there ? null : full.title,
    place: there ? full.place : before,
    before: full.before,
    story: there ? full.story : [],
    task: there ? full.task : null,
    after: over ? full.after : [],
    hints: full.hints.map((hint) => ({ ...hint, text: seen.get(hint.id) ?? null })),
    here_at: there ? null : current.here_at,
    station_code: current.station_code,
  };
}

/** Opens the next point where points come one by one; elsewhere all are open from the start. */
export function opened(session: Session, pack: OfflinePack): PlayPoint[] {
  if (session.order_mode !== 'linear' && session.order_mode !== 'random') return session.points;
  const next = session.points.find(({ status }) => status !== 'done' && status !== 'skipped');
  const full = pack.points.find(({ id }) => id === next?.id);
  if (next === undefined || full === undefined || next.status !== 'locked') return session.points;
  return session.points.map((point) =>
    point.id === next.id ? revealed(session, point, full, 'open') : point,
  );
}
