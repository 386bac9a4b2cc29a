import { type Api, type ApiProblem, asProblem } from '#platform/web';
import { type MoveOutcome, makeMoves, type Session } from '../../../contract/index.ts';
import type { Device } from './kept.ts';
import { type Correction, nextBatch, type OutboxEntry, refusedOutcome, settle } from './outbox.rules.ts';

export type Exclusive = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export interface SendPorts {
  readonly api: Api;
  readonly device: Device;
  readonly exclusive: Exclusive;
  readonly userId: string;
  readonly sessionId: string;
  readonly now: () => number;
  readonly remember: (told: Session | null, corrections: readonly Correction[]) => Promise<void>;
}

interface Answered {
  readonly session: Session | null;
  readonly outcomes: readonly MoveOutcome[];
}

/** The same moves may be taken another time: nothing is wrong with them. */
const isPassing = ({ passing, status }: ApiProblem): boolean =>
  passing ||
  status === 401 ||
  status === 403 ||
  status === 408 ||
  status === 429 ||
  status >= 500 ||
  status < 0;

/**
 * Sends what waits, oldest first, in one tab at a time, and settles what was answered. Answers whether the server could
 * be reached. A move is taken out only after its answer is written down, so that nothing is lost; a repeat after a
 * crash counts once, by its client id.
 */
export function sendMoves(ports: SendPorts): Promise<boolean> {
  const { api, device, exclusive, userId, sessionId, now, remember } = ports;

  async function post(batch: readonly OutboxEntry[]): Promise<Answered> {
    const moves = batch.map(({ move }) => move);
    const offline = batch[0]?.offline ?? false;
    const body = { moves, ...(offline ? { offline } : {}) };
    return api.call(makeMoves, { params: { id: sessionId }, body });
  }

  /** One move the server does not take must not hold up those behind it. */
  async function postEach(batch: readonly OutboxEntry[]): Promise<Answered> {
    const [first] = batch;
    if (first === undefined) return { session: null, outcomes: [] };
    try {
      return await post([first]);
    } catch (error) {
      const problem = asProblem(error);
      if (isPassing(problem)) throw error;
      return { session: null, outcomes: [refusedOutcome(first.move, problem.code ?? null)] };
    }
  }

  async function send(batch: readonly OutboxEntry[]): Promise<Answered> {
    if (batch.length === 1) return postEach(batch);
    try {
      return await post(batch);
    } catch (error) {
      if (isPassing(asProblem(error))) throw error;
      return postEach(batch);
    }
  }

  return exclusive(`quintet.quests.play.${sessionId}`, async () => {
    for (;;) {
      const entries = (await device.moves(sessionId)).filter((entry) => entry.userId === userId);
      const batch = nextBatch(entries);
      if (batch.length === 0) return true;
      let answered: Answered;
      try {
        answered = await send(batch);
      } catch {
        return false;
      }
      const { left, corrections } = settle(batch, answered.outcomes);
      // An answer without outcomes would be asked for for ever.
      if (left.length === batch.length) return false;
      await remember(answered.session, corrections);
      const gone = batch.filter((entry) => !left.includes(entry));
      const kept = answered.outcomes.map((outcome) => ({ clientId: outcome.client_id, at: now(), outcome }));
      await device.settle(gone, kept);
    }
  });
}
