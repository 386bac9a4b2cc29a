import { minute } from '#base/time';
import type {
  Block,
  PackPoint,
  PlayPoint,
  Point,
  ShownBlock,
  ShownTask,
  Task,
} from '../../contract/index.ts';
import type { QuestVersion } from '../rooms.ts';
import { type PointProgress, shuffled, type Walk } from './progress.rules.ts';

/** Published files by id; what is gone shows as nothing. */
export interface ShownFiles {
  picture(fileId: string): Extract<ShownBlock, { kind: 'image' }>['picture'];
  url(fileId: string): string | null;
}

export function showBlock(block: Block, files: ShownFiles): ShownBlock {
  switch (block.kind) {
    case 'text':
    case 'quote':
      return block;
    case 'image':
      return { kind: 'image', picture: files.picture(block.file_id), caption: block.caption ?? null };
    case 'audio':
      return { kind: 'audio', url: files.url(block.file_id), caption: block.caption ?? null };
    default:
      return block satisfies never;
  }
}

/** The task without its answer; what must be sorted comes shuffled, the same way for a session every time. */
export function showTask(task: Task, seed: string): ShownTask {
  switch (task.kind) {
    case 'gps':
      return { kind: 'gps' };
    case 'number':
      return { kind: 'number', question: task.question, unit: task.unit ?? null };
    case 'choice':
      return { kind: 'choice', question: task.question, options: task.options, multiple: task.multiple };
    case 'sorting':
      return { kind: 'sorting', question: task.question, items: [...shuffled(task.items, seed)] };
    case 'text':
    case 'code':
    case 'photo':
    case 'station':
      return { kind: task.kind, question: task.question };
    default:
      return task satisfies never;
  }
}

const codeLetters = 'ACDEFGHJKLMNPQRTUVWXYZ234679';

/** What a team shows at a staffed station: six characters, other ones in every session. */
export function stationCode(sessionId: string, pointId: string): string {
  return shuffled([...codeLetters], `${sessionId}:${pointId}`)
    .slice(0, 6)
    .join('');
}

export function filesOf(points: readonly Point[]): readonly string[] {
  const blocks = points.flatMap(({ before, story, after }) => [...before, ...story, ...after]);
  return [...new Set(blocks.flatMap((block) => ('file_id' in block ? [block.file_id] : [])))];
}

function hereAt(point: Point, progress: PointProgress): string | null {
  if (progress.status !== 'open' || progress.triedAt === null) return null;
  return new Date(progress.triedAt.getTime() + point.here_after_minutes * minute).toISOString();
}

const locked = (point: Point, position: number): PlayPoint => ({
  id: point.id,
  position,
  title: null,
  status: 'locked',
  place: null,
  radius: point.place_settings.radius,
  before: [],
  story: [],
  task: null,
  after: [],
  score: point.score,
  earned: 0,
  wrong_answers: 0,
  skip_penalty: point.skip_penalty,
  wrong_penalty: point.wrong_penalty,
  hints: [],
  here_at: null,
  station_code: null,
});

interface View {
  readonly version: QuestVersion;
  readonly sessionId: string;
  readonly files: ShownFiles;
}

function showPoint(view: View, point: Point, position: number, progress: PointProgress): PlayPoint {
  const { version, sessionId, files } = view;
  const show = (blocks: readonly Block[]) => blocks.map((block) => showBlock(block, files));
  const { status } = progress;
  const there = status !== 'open';
  const over = status === 'done' || status === 'skipped';
  const hidden = !there && (version.orderMode === 'secret' || point.place_settings.hidden);
  const { lat, lng } = point.place_settings;
  return {
    ...locked(point, position),
    title: version.orderMode === 'secret' && !there ? null : point.title,
    status: status === 'arrived' && point.task.kind === 'station' ? 'pending' : status,
    place: hidden ? null : { lat, lng },
    before: show(point.before),
    story: there ? show(point.story) : [],
    task: there ? showTask(point.task, `${sessionId}:${point.id}`) : null,
    after: over ? show(point.after) : [],
    earned: progress.earned - progress.lost,
    wrong_answers: progress.wrong,
    hints: point.hints.map(({ id, penalty, text }) => ({
      id,
      penalty,
      text: progress.hints.includes(id) ? text : null,
    })),
    here_at: hereAt(point, progress),
    station_code:
      status === 'arrived' && point.task.kind === 'station' ? stationCode(sessionId, point.id) : null,
  };
}

/** The points as the players may see them now: nothing locked, never an answer. */
export function showPoints(view: View, walk: Walk): PlayPoint[] {
  const byId = new Map(view.version.points.map((point) => [point.id, point]));
  return walk.order.flatMap((id, position) => {
    const point = byId.get(id);
    if (point === undefined) return [];
    const progress = walk.progress.get(id);
    return [progress === undefined ? locked(point, position) : showPoint(view, point, position, progress)];
  });
}

/** The points as they look once everything is open and done: what a device without network reveals step by step. */
export function showOpenPoints(view: View, walk: Walk): PackPoint[] {
  const byId = new Map(view.version.points.map((point) => [point.id, point]));
  return walk.order.flatMap((id, position) => {
    const point = byId.get(id);
    if (point === undefined) return [];
    const done: PointProgress = {
      pointId: id,
      status: 'done',
      openedAt: new Date(0),
      triedAt: null,
      arrivedAt: null,
      finishedAt: null,
      believed: false,
      wrong: 0,
      hints: point.hints.map((hint) => hint.id),
      earned: 0,
      lost: 0,
    };
    const { hidden, strict } = point.place_settings;
    const shown = { ...showPoint(view, point, position, done), status: 'locked' as const };
    return [{ ...shown, hidden, strict, here_after_minutes: point.here_after_minutes }];
  });
}
