import type { Move, MoveOutcome } from '../../../contract/index.ts';

/** What a device could tell about an answer by itself. */
export type Guess = 'right' | 'wrong' | 'unknown';

/** What the player was told before the server was asked; null when nothing could be told. */
export type Told = 'done' | 'wrong' | 'refused' | 'unknown';

/** A move that the server has not answered yet. */
export interface OutboxEntry {
  /** Grows with every move of this browser, whatever the tab. */
  readonly seq: number;
  readonly sessionId: string;
  readonly userId: string;
  readonly move: Move;
  readonly guess: Guess;
  /** Made without network, or could not be sent at once. */
  readonly offline: boolean;
  readonly told: Told | null;
}

/** Where the server decided otherwise than the device had said. */
export interface Correction {
  readonly clientId: string;
  readonly kind: Move['kind'];
  readonly pointId: string | null;
  readonly told: Told | null;
  readonly outcome: MoveOutcome['outcome'];
  readonly code: string | null;
  readonly score: number;
}

const mostMoves = 100;

/** What goes out next: the oldest moves that can travel together, in their order. */
export function nextBatch(entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const inOrder = entries.toSorted((one, other) => one.seq - other.seq);
  const [first] = inOrder;
  if (first === undefined) return [];
  const end = inOrder.findIndex(({ offline }) => offline !== first.offline);
  return inOrder.slice(0, Math.min(end < 0 ? inOrder.length : end, mostMoves));
}

function correctionOf(entry: OutboxEntry, answered: MoveOutcome): Correction | null {
  const { told, move } = entry;
  const { outcome, code, score } = answered;
  const agreed = told === outcome || (told === 'done' && outcome === 'pending');
  // Who saw the answer come in needs no second telling.
  if (!entry.offline || agreed || (told === 'unknown' && outcome === 'done')) return null;
  const pointId = answered.point_id ?? ('point_id' in move ? (move.point_id ?? null) : null);
  return { clientId: move.client_id, kind: move.kind, pointId, told, outcome, code, score };
}

export interface Settled {
  /** Still to be sent. */
  readonly left: readonly OutboxEntry[];
  readonly corrections: readonly Correction[];
}

/** Takes out what the server answered; a move without an answer stays. */
export function settle(entries: readonly OutboxEntry[], outcomes: readonly MoveOutcome[]): Settled {
  const byId = new Map(outcomes.map((outcome) => [outcome.client_id, outcome]));
  const answered = entries.flatMap((entry) => {
    const outcome = byId.get(entry.move.client_id);
    return outcome === undefined ? [] : [correctionOf(entry, outcome)];
  });
  return {
    left: entries.filter(({ move }) => !byId.has(move.client_id)),
    corrections: answered.filter((one) => one !== null),
  };
}

/** The answer of a move the server would not take at all. */
export function refusedOutcome(move: Move, code: string | null): MoveOutcome {
  const point_id = 'point_id' in move ? (move.point_id ?? null) : null;
  return { client_id: move.client_id, outcome: 'refused', code, point_id, check_in: null, score: 0 };
}

const mostCorrections = 50;

/** The list with new ones, each once: an answer may be heard again after a crash. */
export function withCorrections(
  known: readonly Correction[],
  told: readonly Correction[],
): readonly Correction[] {
  const byId = new Map([...known, ...told].map((one) => [one.clientId, one]));
  return [...byId.values()].slice(-mostCorrections);
}
