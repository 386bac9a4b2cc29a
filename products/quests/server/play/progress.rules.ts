import type { Static } from 'typebox';
import type { Point, SessionState } from '../../contract/index.ts';
import type { QuestVersion } from '../rooms.ts';

/** How far a session is at one point. A point without progress is locked. */
export interface PointProgress {
  readonly pointId: string;
  readonly status: 'open' | 'arrived' | 'done' | 'skipped';
  readonly openedAt: Date;
  /** The first check-in that did not pass: "I am here" is believed some minutes later. */
  readonly triedAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly finishedAt: Date | null;
  /** Arrived by "I am here" instead of by position. */
  readonly believed: boolean;
  readonly wrong: number;
  readonly hints: readonly string[];
  readonly earned: number;
  /** Lost by wrong answers, hints and skipping. */
  readonly lost: number;
}

/** A session as its moves change it. */
export interface Walk {
  readonly state: Static<typeof SessionState>;
  /** Point ids in the order of this session. */
  readonly order: readonly string[];
  readonly progress: ReadonlyMap<string, PointProgress>;
  /** Corrections by operators and moderators. */
  readonly adjustment: number;
  /** A check-in looked strange and nobody cleared it. */
  readonly suspicious: boolean;
  readonly finishedAt: Date | null;
}

export const isFinished = ({ status }: PointProgress): boolean => status === 'done' || status === 'skipped';

/** A deterministic shuffle (Fisher–Yates with xorshift32), so that every process sees the same order of a session. */
export function shuffled<Item>(items: readonly Item[], seed: string): readonly Item[] {
  let state = 2_166_136_261;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 16_777_619);
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  if (state === 0) state = 1;
  const result = [...items];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = Math.floor(next() * (index + 1));
    [result[index], result[other]] = [result[other] as Item, result[index] as Item];
  }
  return result;
}

/** The order in which this session meets the points; teams of one quest walk a random order apart from each other. */
export function orderOf(version: QuestVersion, sessionId: string): readonly string[] {
  const ids = version.points.map(({ id }) => id);
  return version.orderMode === 'random' ? shuffled(ids, sessionId) : ids;
}

const fresh = (pointId: string, at: Date): PointProgress => ({
  pointId,
  status: 'open',
  openedAt: at,
  triedAt: null,
  arrivedAt: null,
  finishedAt: null,
  believed: false,
  wrong: 0,
  hints: [],
  earned: 0,
  lost: 0,
});

/** Opens what the order mode allows now. */
export function opened(version: QuestVersion, walk: Walk, at: Date): Walk {
  const progress = new Map(walk.progress);
  const oneByOne = version.orderMode === 'linear' || version.orderMode === 'random';
  for (const id of walk.order) {
    const known = progress.get(id);
    if (known === undefined) progress.set(id, fresh(id, at));
    if (oneByOne && !(known !== undefined && isFinished(known))) break;
  }
  return { ...walk, progress };
}

export function newWalk(version: QuestVersion, sessionId: string, at: Date): Walk {
  const empty: Walk = {
    state: 'active',
    order: orderOf(version, sessionId),
    progress: new Map(),
    adjustment: 0,
    suspicious: false,
    finishedAt: null,
  };
  return opened(version, empty, at);
}

/** What the players have: earned minus lost, with corrections; never below zero. */
export function scoreOf(walk: Walk): {
  readonly score: number;
  readonly penalties: number;
  readonly hints: number;
} {
  let earned = walk.adjustment;
  let penalties = 0;
  let hints = 0;
  for (const point of walk.progress.values()) {
    earned += point.earned;
    penalties += point.lost;
    hints += point.hints.length;
  }
  return { score: Math.max(0, earned - penalties), penalties, hints };
}

/** Counts on leaderboards: nothing strange, and most arrivals were seen, not believed. */
export function isRanked(walk: Walk): boolean {
  let believed = 0;
  for (const point of walk.progress.values()) if (point.believed) believed += 1;
  return !walk.suspicious && believed * 3 <= walk.order.length;
}

export function pointOf(version: QuestVersion, pointId: string): Point | undefined {
  return version.points.find(({ id }) => id === pointId);
}
