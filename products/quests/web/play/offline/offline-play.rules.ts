import { distanceBetween, isReached } from '#base/geometry';
import { minute, second } from '#base/time';
import type {
  Move,
  MoveOutcome,
  OfflinePack,
  PackPoint,
  PlayPoint,
  Session,
} from '../../../contract/index.ts';
import { type Guess, type OutboxEntry, refusedOutcome, type Told } from './outbox.rules.ts';
import { opened, revealed } from './reveal.rules.ts';

/** Metres; the server believes no reading that is less accurate. */
const worstAccuracy = 100;
const strictGap = 5 * second;
/** What authors leave as it is, mostly: packs that an earlier version kept do not say. */
const usualMinutes = 5;

export interface OfflineStep {
  readonly session: Session;
  readonly outcome: MoveOutcome;
  readonly told: Told;
}

type CheckIn = NonNullable<MoveOutcome['check_in']>;
type Kind<K extends Move['kind']> = Extract<Move, { kind: K }>;

const isOver = ({ status }: PlayPoint): boolean => status === 'done' || status === 'skipped';

const refuse = (session: Session, move: Move, code: string, checkIn: CheckIn | null = null): OfflineStep => ({
  session,
  told: 'refused',
  outcome: { ...refusedOutcome(move, code), check_in: checkIn },
});

function accept(
  before: Session,
  after: Session,
  move: Move,
  about: { readonly told?: Told; readonly pointId?: string; readonly checkIn?: CheckIn } = {},
): OfflineStep {
  const told = about.told ?? 'done';
  return {
    session: after,
    told,
    outcome: {
      client_id: move.client_id,
      outcome: told === 'unknown' ? 'pending' : told,
      code: null,
      point_id: about.pointId ?? null,
      check_in: about.checkIn ?? null,
      score: after.score - before.score,
    },
  };
}

const withPoint = (session: Session, changed: PlayPoint): Session => ({
  ...session,
  points: session.points.map((point) => (point.id === changed.id ? changed : point)),
});

function paid(session: Session, earned: number, lost: number): Session {
  return {
    ...session,
    penalties: session.penalties + lost,
    score: Math.max(0, session.score + earned - lost),
  };
}

/** After a point: the next one opens; when none is left the walk is over. */
function settled(session: Session, pack: OfflinePack, at: string): Session {
  const next = { ...session, points: opened(session, pack) };
  return next.points.every(isOver) ? { ...next, state: 'finished', finished_at: at } : next;
}

interface Place {
  readonly point: PlayPoint;
  readonly full: PackPoint;
}

function placeOf(session: Session, pack: OfflinePack, id: string): Place | undefined {
  const point = session.points.find((one) => one.id === id);
  const full = pack.points.find((one) => one.id === id);
  return point === undefined || full === undefined || point.status === 'locked' ? undefined : { point, full };
}

function finished(
  session: Session,
  pack: OfflinePack,
  { point, full }: Place,
  status: 'done' | 'skipped',
  at: string,
): Session {
  const shown = revealed(session, point, full, status);
  if (status === 'skipped') {
    const lost = { ...shown, earned: shown.earned - full.skip_penalty };
    return settled(paid(withPoint(session, lost), 0, full.skip_penalty), pack, at);
  }
  const won = { ...shown, earned: shown.earned + full.score };
  return settled(paid(withPoint(session, won), full.score, 0), pack, at);
}

/** Being there is all a GPS point asks; a staffed station waits for its people. */
function arrived(session: Session, pack: OfflinePack, place: Place, at: string): Session {
  const kind = place.full.task?.kind ?? 'gps';
  if (kind === 'gps') return finished(session, pack, place, 'done', at);
  const status = kind === 'station' ? 'pending' : 'arrived';
  return withPoint(session, revealed(session, place.point, place.full, status));
}

/** The best reading: passing ones before usable ones before the rest, the nearest of its kind. */
function judged(full: PackPoint, fixes: Kind<'check_in'>['fixes']): CheckIn | null {
  const { place, radius, strict } = full;
  if (place === null) return null;
  const measured = fixes.map((fix) => {
    const distance = distanceBetween(place, fix);
    const usable = fix.accuracy <= worstAccuracy;
    const passes = usable && isReached(distance, radius, fix.accuracy);
    return { distance, accuracy: fix.accuracy, at: Date.parse(fix.at), rank: passes ? 0 : usable ? 1 : 2 };
  });
  const [best] = measured.toSorted((one, other) => one.rank - other.rank || one.distance - other.distance);
  if (best === undefined) return null;
  const passedAt = measured.flatMap(({ rank, at }) => (rank === 0 ? [at] : []));
  const needsSecond = strict && Math.max(...passedAt) - Math.min(...passedAt) < strictGap;
  const rank = best.rank === 0 && needsSecond ? 2 : best.rank;
  const result = (['passed', 'too_far', 'poor_accuracy'] as const)[rank] ?? 'poor_accuracy';
  return { result, distance: best.distance, accuracy: best.accuracy, radius };
}

function candidates(session: Session, pack: OfflinePack, id: string | undefined): readonly Place[] {
  const ids = id === undefined ? session.points.map((point) => point.id) : [id];
  return ids.flatMap((one) => placeOf(session, pack, one) ?? []);
}

function checkIn(session: Session, pack: OfflinePack, move: Kind<'check_in'>): OfflineStep {
  const known = candidates(session, pack, move.point_id);
  const open = known.filter(({ point }) => point.status === 'open');
  if (open.length === 0) {
    return refuse(session, move, known.length === 0 ? 'quests.point_locked' : 'quests.already_there');
  }
  const tried = open.flatMap((place) => {
    const verdict = judged(place.full, move.fixes);
    return verdict === null ? [] : [{ place, verdict }];
  });
  const [nearest] = tried.toSorted((one, other) => one.verdict.distance - other.verdict.distance);
  if (nearest === undefined) return refuse(session, move, 'quests.check_in_poor_accuracy');
  const { place, verdict } = nearest;
  if (verdict.result === 'passed') {
    const after = arrived(session, pack, place, move.at);
    return accept(session, after, move, { pointId: place.point.id, checkIn: verdict });
  }
  const wait = (place.full.here_after_minutes ?? usualMinutes) * minute;
  const here_at = place.point.here_at ?? new Date(Date.parse(move.at) + wait).toISOString();
  const secret = move.point_id === undefined;
  const after = secret ? session : withPoint(session, { ...place.point, here_at });
  return { ...refuse(after, move, `quests.check_in_${verdict.result}`, verdict) };
}

function here(session: Session, pack: OfflinePack, move: Kind<'here'>): OfflineStep {
  const place = placeOf(session, pack, move.point_id);
  if (place === undefined) return refuse(session, move, 'quests.point_locked');
  const { status, here_at } = place.point;
  if (status !== 'open') return refuse(session, move, 'quests.already_there');
  if (here_at === null) return refuse(session, move, 'quests.check_in_first');
  if (Date.parse(move.at) < Date.parse(here_at)) return refuse(session, move, 'quests.here_too_soon');
  return accept(session, arrived(session, pack, place, move.at), move, { pointId: move.point_id });
}

function answer(session: Session, pack: OfflinePack, move: Kind<'answer'>, guess: Guess): OfflineStep {
  const place = placeOf(session, pack, move.point_id);
  if (place === undefined) return refuse(session, move, 'quests.point_locked');
  const { point, full } = place;
  if (point.status === 'open') return refuse(session, move, 'quests.check_in_first');
  if (point.status !== 'arrived') return refuse(session, move, 'quests.point_finished');
  const about = { pointId: point.id };
  if (guess === 'unknown') return accept(session, session, move, { ...about, told: 'unknown' });
  if (guess === 'right') return accept(session, finished(session, pack, place, 'done', move.at), move, about);
  const lost = full.wrong_penalty;
  const tried = { ...point, wrong_answers: point.wrong_answers + 1, earned: point.earned - lost };
  return accept(session, paid(withPoint(session, tried), 0, lost), move, { ...about, told: 'wrong' });
}

function hint(session: Session, pack: OfflinePack, move: Kind<'hint'>): OfflineStep {
  const place = placeOf(session, pack, move.point_id);
  if (place === undefined) return refuse(session, move, 'quests.point_locked');
  const { point, full } = place;
  if (isOver(point)) return refuse(session, move, 'quests.point_finished');
  const wanted = full.hints.find(({ id }) => id === move.hint_id);
  if (wanted === undefined) return refuse(session, move, 'quests.hint_unknown');
  const about = { pointId: point.id };
  if (point.hints.some(({ id, text }) => id === wanted.id && text !== null)) {
    return accept(session, session, move, about);
  }
  const hints = point.hints.map((one) => (one.id === wanted.id ? wanted : one));
  const taken = { ...point, hints, earned: point.earned - wanted.penalty };
  const after = { ...withPoint(session, taken), hints_taken: session.hints_taken + 1 };
  return accept(session, paid(after, 0, wanted.penalty), move, about);
}

function skip(session: Session, pack: OfflinePack, move: Kind<'skip'>): OfflineStep {
  const place = placeOf(session, pack, move.point_id);
  if (place === undefined) return refuse(session, move, 'quests.point_locked');
  if (isOver(place.point)) return refuse(session, move, 'quests.point_finished');
  const after = finished(session, pack, place, 'skipped', move.at);
  return accept(session, after, move, { pointId: move.point_id });
}

function finish(session: Session, move: Kind<'finish'>): OfflineStep {
  const free = session.order_mode === 'open' || session.order_mode === 'secret';
  const something = session.points.some(({ status }) => status === 'done');
  if (!free || !something) return refuse(session, move, 'quests.points_left');
  return accept(session, { ...session, state: 'finished', finished_at: move.at }, move);
}

/**
 * Plays a move over a downloaded walk, by the server's rules as far as a device knows them. The server judges every
 * move again when the network is back; until then this is what the player sees.
 */
export function playOffline(session: Session, pack: OfflinePack, move: Move, guess: Guess): OfflineStep {
  if (session.state !== 'active') return refuse(session, move, 'quests.session_over');
  switch (move.kind) {
    case 'check_in':
      return checkIn(session, pack, move);
    case 'here':
      return here(session, pack, move);
    case 'answer':
      return answer(session, pack, move, guess);
    case 'hint':
      return hint(session, pack, move);
    case 'skip':
      return skip(session, pack, move);
    case 'finish':
      return finish(session, move);
    case 'abandon':
      return accept(session, { ...session, state: 'abandoned', finished_at: move.at }, move);
    default:
      return move satisfies never;
  }
}

/** The walk as it stands here: what the server said last, and over it every move it has not seen. */
export function projected(base: Session, pack: OfflinePack | null, entries: readonly OutboxEntry[]): Session {
  if (pack === null) return base;
  return entries
    .filter(({ offline }) => offline)
    .toSorted((one, other) => one.seq - other.seq)
    .reduce((session, { move, guess }) => playOffline(session, pack, move, guess).session, base);
}
