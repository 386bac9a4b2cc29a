import { newId } from '#base/ids';
import type {
  Move,
  MoveOutcome,
  OfflinePack,
  PackPoint,
  PlayPoint,
  Session,
} from '../../../contract/index.ts';
import type { OutboxEntry } from './outbox.rules.ts';
import type { NewMove } from './play-engine.ts';

const place = (index: number) => ({ lat: 59.9386 + index * 0.01, lng: 30.3141 });

function pointOf(index: number, task: PlayPoint['task']): PackPoint {
  return {
    id: newId(),
    position: index,
    title: `Point ${index + 1}`,
    status: 'locked',
    place: place(index),
    radius: 30,
    before: [{ kind: 'text', text: `The way to ${index + 1}` }],
    story: [{ kind: 'text', text: `Story ${index + 1}` }],
    task,
    after: [{ kind: 'text', text: `After ${index + 1}` }],
    score: 100,
    earned: 0,
    wrong_answers: 0,
    skip_penalty: 50,
    wrong_penalty: 5,
    hints: [{ id: 'h1', penalty: 20, text: 'Look up.' }],
    here_at: null,
    station_code: null,
    hidden: false,
    strict: false,
    here_after_minutes: 5,
  };
}

const lockedPoint = (full: PlayPoint): PlayPoint => ({
  ...full,
  title: null,
  place: null,
  before: [],
  story: [],
  task: null,
  after: [],
  hints: [],
});

/** A downloaded linear walk of three points: being there, a word, a choice. */
export function walkFixture(order: Session['order_mode'] = 'linear'): {
  readonly session: Session;
  readonly pack: OfflinePack;
} {
  const points = [
    pointOf(0, { kind: 'gps' }),
    pointOf(1, { kind: 'text', question: 'What?' }),
    pointOf(2, {
      kind: 'choice',
      question: 'Which?',
      multiple: false,
      options: [
        { id: 'a', text: 'A' },
        { id: 'b', text: 'B' },
      ],
    }),
  ];
  const oneByOne = order === 'linear' || order === 'random';
  const session: Session = {
    id: newId(),
    quest_id: newId(),
    title: 'A walk',
    version: 1,
    state: 'active',
    order_mode: order,
    test: false,
    team_id: null,
    chat_id: null,
    players: [],
    started_at: '2026-11-21T10:00:00.000Z',
    finished_at: null,
    score: 0,
    penalties: 0,
    hints_taken: 0,
    ranked: true,
    revision: 1,
    points: points.map((point, index) => {
      if (oneByOne && index > 0) return lockedPoint(point);
      const hints = point.hints.map((hint) => ({ ...hint, text: null }));
      return { ...point, status: 'open', story: [], task: null, after: [], hints };
    }),
  };
  const checks = points.map(({ id }) => ({ point_id: id, salt: 'salt', hashes: [] }));
  const pack = { session, points, checks, files: [], made_at: session.started_at };
  return { session, pack };
}

export const fixAt = (index: number, metres = 0, accuracy = 8) => ({
  lat: place(index).lat + metres / 111_195,
  lng: place(index).lng,
  accuracy,
  at: '2026-11-21T10:10:00.000Z',
});

let made = 0;

export function moveOf(move: NewMove): Move {
  made += 1;
  const at = new Date(Date.parse('2026-11-21T10:10:00.000Z') + made * 1_000).toISOString();
  return { ...move, client_id: newId(), at } as Move;
}

export function entryOf(move: Move, change: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    seq: made,
    sessionId: 's',
    userId: 'u',
    move,
    guess: 'unknown',
    offline: true,
    told: null,
    ...change,
  };
}

export const outcomeOf = (move: Move, change: Partial<MoveOutcome> = {}): MoveOutcome => ({
  client_id: move.client_id,
  outcome: 'done',
  code: null,
  point_id: 'point_id' in move ? (move.point_id ?? null) : null,
  check_in: null,
  score: 0,
  ...change,
});
