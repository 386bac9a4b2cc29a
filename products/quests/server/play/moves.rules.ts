import type { Static } from 'typebox';
import { minute } from '#base/time';
import type { CheckInVerdict } from '#capabilities/geo/server';
import type { Move, MoveOutcome, Point } from '../../contract/index.ts';
import type { QuestVersion } from '../rooms.ts';
import { judge } from './answers.rules.ts';
import { isFinished, opened, type PointProgress, pointOf, scoreOf, type Walk } from './progress.rules.ts';

/** What a move needs to know from outside. */
export interface MoveContext {
  /** When the move was made: the device's time, kept between the session's start and now. */
  readonly at: Date;
  /** Judges positions at a point; the readings are the move's. */
  readonly checkIn: (point: Point) => CheckInVerdict;
}

export interface MoveResult {
  readonly walk: Walk;
  readonly outcome: MoveOutcome;
  /** A person should look at this check-in. */
  readonly strange: boolean;
}

type Kind<K extends Move['kind']> = Extract<Move, { kind: K }>;
type CheckInReply = Exclude<Static<typeof MoveOutcome>['check_in'], null>;

function refused(walk: Walk, move: Move, code: string, checkIn: CheckInReply | null = null): MoveResult {
  const pointId = 'point_id' in move ? (move.point_id ?? null) : null;
  const outcome = { client_id: move.client_id, point_id: pointId, check_in: checkIn, score: 0 } as const;
  return { walk, strange: false, outcome: { ...outcome, outcome: 'refused', code } };
}

function withPoint(walk: Walk, changed: PointProgress): Walk {
  return { ...walk, progress: new Map(walk.progress).set(changed.pointId, changed) };
}

/** After a point: open the next; when nothing is left the session is over. */
function settled(version: QuestVersion, walk: Walk, at: Date): Walk {
  const next = opened(version, walk, at);
  const over = next.order.every((id) => {
    const point = next.progress.get(id);
    return point !== undefined && isFinished(point);
  });
  return over ? { ...next, state: 'finished', finishedAt: at } : next;
}

interface Accepted {
  readonly outcome?: 'done' | 'wrong' | 'pending';
  readonly code?: string;
  readonly checkIn?: CheckInReply;
  readonly strange?: boolean;
}

function accepted(
  before: Walk,
  after: Walk,
  move: Move,
  pointId: string | null,
  about: Accepted = {},
): MoveResult {
  return {
    walk: after,
    strange: about.strange ?? false,
    outcome: {
      client_id: move.client_id,
      outcome: about.outcome ?? 'done',
      code: about.code ?? null,
      point_id: pointId,
      check_in: about.checkIn ?? null,
      score: scoreOf(after).score - scoreOf(before).score,
    },
  };
}

function finished(
  progress: PointProgress,
  status: 'done' | 'skipped',
  at: Date,
  gain: Partial<PointProgress>,
): PointProgress {
  return { ...progress, ...gain, status, finishedAt: at };
}

/** Arrival: being there is all a GPS point asks; a staffed station waits for its people. */
function arrive(version: QuestVersion, walk: Walk, point: Point, at: Date, believed: boolean): Walk {
  const progress = walk.progress.get(point.id);
  if (progress === undefined) return walk;
  const there = { ...progress, status: 'arrived', arrivedAt: at, believed } as const;
  if (point.task.kind !== 'gps') return withPoint(walk, there);
  return settled(version, withPoint(walk, finished(there, 'done', at, { earned: point.score })), at);
}

function openPoints(version: QuestVersion, walk: Walk): readonly Point[] {
  return version.points.filter(({ id }) => walk.progress.get(id)?.status === 'open');
}

/** Without a named point (secret order) the nearest open one is meant. */
function targetOf(
  version: QuestVersion,
  walk: Walk,
  move: Kind<'check_in'>,
  context: MoveContext,
): { readonly point: Point; readonly verdict: CheckInVerdict } | string {
  if (move.point_id !== undefined) {
    const point = pointOf(version, move.point_id);
    const status = walk.progress.get(move.point_id)?.status;
    if (point === undefined || status === undefined) return 'quests.point_locked';
    return status === 'open' ? { point, verdict: context.checkIn(point) } : 'quests.already_there';
  }
  const near = openPoints(version, walk)
    .map((point) => ({ point, verdict: context.checkIn(point) }))
    .sort((one, other) => one.verdict.distance - other.verdict.distance);
  return near[0] ?? 'quests.point_locked';
}

function checkIn(
  version: QuestVersion,
  walk: Walk,
  move: Kind<'check_in'>,
  context: MoveContext,
): MoveResult {
  const target = targetOf(version, walk, move, context);
  if (typeof target === 'string') return refused(walk, move, target);
  const { point, verdict } = target;
  const { radius } = point.place_settings;
  const { result, distance, accuracy } = verdict;
  const reply = { result, distance, accuracy, radius };
  // A strange position goes on playing, out of the leaderboards, until a person looked: never a silent ban.
  const near = result === 'passed' || (result === 'suspicious' && distance <= radius + accuracy);
  if (near) {
    const strange = result === 'suspicious';
    const there = arrive(version, walk, point, context.at, false);
    const after = strange ? { ...there, suspicious: true } : there;
    return accepted(walk, after, move, point.id, { checkIn: reply, strange });
  }
  const progress = walk.progress.get(point.id);
  const secret = move.point_id === undefined;
  const tried =
    progress === undefined || progress.triedAt !== null || secret
      ? walk
      : withPoint(walk, { ...progress, triedAt: context.at });
  const no = refused(walk, move, `quests.check_in_${result}`, reply);
  return { ...no, walk: tried, outcome: { ...no.outcome, point_id: secret ? null : point.id } };
}

function here(version: QuestVersion, walk: Walk, move: Kind<'here'>, context: MoveContext): MoveResult {
  const point = pointOf(version, move.point_id);
  const progress = walk.progress.get(move.point_id);
  if (point === undefined || progress === undefined) return refused(walk, move, 'quests.point_locked');
  if (progress.status !== 'open') return refused(walk, move, 'quests.already_there');
  const from = progress.triedAt?.getTime();
  if (from === undefined) return refused(walk, move, 'quests.check_in_first');
  if (context.at.getTime() < from + point.here_after_minutes * minute)
    return refused(walk, move, 'quests.here_too_soon');
  return accepted(walk, arrive(version, walk, point, context.at, true), move, point.id);
}

function answer(version: QuestVersion, walk: Walk, move: Kind<'answer'>, { at }: MoveContext): MoveResult {
  const point = pointOf(version, move.point_id);
  const progress = walk.progress.get(move.point_id);
  if (point === undefined || progress === undefined) return refused(walk, move, 'quests.point_locked');
  if (progress.status === 'open') return refused(walk, move, 'quests.check_in_first');
  if (progress.status !== 'arrived') return refused(walk, move, 'quests.point_finished');
  switch (judge(point.task, move.answer)) {
    case 'unfit':
      return refused(walk, move, 'quests.answer_unfit');
    case 'wrong': {
      const lost = progress.lost + point.wrong_penalty;
      const after = withPoint(walk, { ...progress, wrong: progress.wrong + 1, lost });
      return accepted(walk, after, move, point.id, { outcome: 'wrong' });
    }
    case 'right':
      return accepted(walk, completePoint(version, walk, point.id, at), move, point.id);
  }
}

function hint(version: QuestVersion, walk: Walk, move: Kind<'hint'>): MoveResult {
  const point = pointOf(version, move.point_id);
  const progress = walk.progress.get(move.point_id);
  if (point === undefined || progress === undefined) return refused(walk, move, 'quests.point_locked');
  if (isFinished(progress)) return refused(walk, move, 'quests.point_finished');
  const wanted = point.hints.find(({ id }) => id === move.hint_id);
  if (wanted === undefined) return refused(walk, move, 'quests.hint_unknown');
  if (progress.hints.includes(wanted.id)) return accepted(walk, walk, move, point.id);
  const taken = { ...progress, hints: [...progress.hints, wanted.id], lost: progress.lost + wanted.penalty };
  return accepted(walk, withPoint(walk, taken), move, point.id);
}

function skip(version: QuestVersion, walk: Walk, move: Kind<'skip'>, { at }: MoveContext): MoveResult {
  const point = pointOf(version, move.point_id);
  const progress = walk.progress.get(move.point_id);
  if (point === undefined || progress === undefined) return refused(walk, move, 'quests.point_locked');
  if (isFinished(progress)) return refused(walk, move, 'quests.point_finished');
  const gone = finished(progress, 'skipped', at, { lost: progress.lost + point.skip_penalty });
  return accepted(walk, settled(version, withPoint(walk, gone), at), move, point.id);
}

/** Only where the order is the player's own may they stop before the last point. */
function finish(version: QuestVersion, walk: Walk, move: Kind<'finish'>, { at }: MoveContext): MoveResult {
  const free = version.orderMode === 'open' || version.orderMode === 'secret';
  const something = [...walk.progress.values()].some(({ status }) => status === 'done');
  if (!free || !something) return refused(walk, move, 'quests.points_left');
  return accepted(walk, { ...walk, state: 'finished', finishedAt: at }, move, null);
}

/** Completes a point whatever stood in the way: a right answer, a confirmed station, an operator's help. */
export function completePoint(version: QuestVersion, walk: Walk, pointId: string, at: Date): Walk {
  const point = pointOf(version, pointId);
  const progress = walk.progress.get(pointId);
  if (point === undefined || progress === undefined || isFinished(progress)) return walk;
  const arrivedAt = progress.arrivedAt ?? at;
  const done = finished({ ...progress, arrivedAt }, 'done', at, { earned: point.score });
  return settled(version, withPoint(walk, done), at);
}

/** Decides a move. Never throws: a move that does not fit is refused and changes nothing (but when a check-in was first tried). */
export function applyMove(version: QuestVersion, walk: Walk, move: Move, context: MoveContext): MoveResult {
  if (walk.state !== 'active') return refused(walk, move, 'quests.session_over');
  switch (move.kind) {
    case 'check_in':
      return checkIn(version, walk, move, context);
    case 'here':
      return here(version, walk, move, context);
    case 'answer':
      return answer(version, walk, move, context);
    case 'hint':
      return hint(version, walk, move);
    case 'skip':
      return skip(version, walk, move, context);
    case 'finish':
      return finish(version, walk, move, context);
    case 'abandon':
      return accepted(walk, { ...walk, state: 'abandoned', finishedAt: context.at }, move, null);
    default:
      return move satisfies never;
  }
}
