import { newId } from '#base/ids';
import { type Api, asProblem } from '#platform/web';
import { getOfflinePack, getSession, type Move, type Session } from '../../../contract/index.ts';
import { guessAnswer } from './guess.ts';
import type { Device, KeptSession } from './kept.ts';
import { playOffline, projected } from './offline-play.rules.ts';
import { type Correction, type Guess, type OutboxEntry, withCorrections } from './outbox.rules.ts';
import { emptyState, type Made, type PlayState } from './play-state.ts';
import { type Exclusive, sendMoves } from './send-moves.ts';

type Without<One> = One extends unknown ? Omit<One, 'client_id' | 'at'> : never;
/** A move as the player makes it; id and time are added. */
export type NewMove = Without<Move>;

export interface PlayPorts {
  readonly api: Api;
  readonly device: Device;
  readonly exclusive: Exclusive;
  readonly userId: string;
  readonly sessionId: string;
  readonly now: () => number;
  /** Whether the browser believes to have a network. */
  readonly isOnline: () => boolean;
  /** Tells other tabs that the device's state changed. */
  readonly tellTabs: () => void;
}

/** One session on one device: plays, keeps, sends, and shows where it stands. */
export interface PlayEngine {
  state(): PlayState;
  subscribe(listener: () => void): () => void;
  /** Reads what is kept, then asks the server, then sends what waits. */
  start(): Promise<void>;
  /** Reads again what the device keeps (another tab changed it). */
  reload(): Promise<void>;
  /** Sends what waits and asks the server. */
  sync(): Promise<void>;
  /** Writes the move down, then tries to send it. Rejects only when the device cannot write. */
  make(move: NewMove): Promise<Made>;
  /** Keeps everything needed to walk without network; answers the files to keep. Rejects with `ApiProblem`. */
  download(): Promise<readonly string[]>;
  forgetCorrections(): Promise<void>;
}

const newer = (known: Session | undefined, told: Session): Session =>
  known === undefined || told.revision >= known.revision ? told : known;

export function createPlayEngine(ports: PlayPorts): PlayEngine {
  const { api, device, exclusive, userId, sessionId, now, isOnline, tellTabs } = ports;
  const listeners = new Set<() => void>();
  let current = emptyState;

  const show = (change: Partial<PlayState>): void => {
    current = { ...current, ...change };
    for (const listener of listeners) listener();
  };

  async function reload(): Promise<void> {
    const kept = await device.session(sessionId);
    if (kept === undefined || kept.userId !== userId) return;
    const entries = (await device.moves(sessionId)).filter((entry) => entry.userId === userId);
    const { pack, corrections, base } = kept;
    const doubtful = entries.filter(({ told }) => told === 'unknown');
    show({
      pack,
      corrections,
      session: projected(base, pack, entries),
      waiting: entries.filter(({ offline }) => offline).length,
      unjudged: new Set(doubtful.flatMap(({ move }) => ('point_id' in move ? (move.point_id ?? []) : []))),
    });
  }

  async function keep(told: Session, change: (kept: KeptSession) => Partial<KeptSession> = () => ({})) {
    await device.keep(sessionId, (kept) => {
      const own = kept?.userId === userId ? kept : undefined;
      const next = {
        id: sessionId,
        userId,
        base: newer(own?.base, told),
        pack: own?.pack ?? null,
        corrections: own?.corrections ?? [],
      };
      return { ...next, ...change(next) };
    });
    tellTabs();
  }

  async function ask(): Promise<void> {
    try {
      const told = await api.call(getSession, { params: { id: sessionId } });
      await keep(told);
      show({ reachable: true, problem: null });
    } catch (error) {
      const problem = asProblem(error);
      if (problem.passing) show({ reachable: false });
      if (current.session === null || !problem.passing) show({ problem });
    }
    await reload();
  }

  const remember = async (told: Session | null, corrections: readonly Correction[]): Promise<void> => {
    const base = told ?? (await device.session(sessionId))?.base;
    if (base !== undefined) {
      await keep(base, (kept) => ({ corrections: withCorrections(kept.corrections, corrections) }));
    }
  };

  async function send(): Promise<void> {
    const reachable = await sendMoves({ api, device, exclusive, userId, sessionId, now, remember });
    show({ reachable });
    await reload();
  }

  async function guess(move: Move): Promise<Guess> {
    const kept = await device.session(sessionId);
    const pack = kept?.pack ?? null;
    if (move.kind !== 'answer' || pack === null) return 'unknown';
    const point = pack.points.find(({ id }) => id === move.point_id);
    return point === undefined ? 'unknown' : guessAnswer(pack, point, move.answer);
  }

  /** What the device says about a move that could not be sent: judged where the earlier ones left the walk. */
  async function tell(entry: OutboxEntry): Promise<Made> {
    const kept = await device.session(sessionId);
    if (kept === undefined || kept.pack === null) {
      await device.change([{ ...entry, offline: true }]);
      return { outcome: null, told: null };
    }
    const earlier = (await device.moves(sessionId)).filter(({ seq }) => seq < entry.seq);
    const before = projected(kept.base, kept.pack, earlier);
    const { outcome, told } = playOffline(before, kept.pack, entry.move, entry.guess);
    await device.change([{ ...entry, offline: true, told }]);
    return { outcome, told };
  }

  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reload,
    async start() {
      await reload();
      await ask();
      if ((await device.moves(sessionId)).length > 0) await send();
    },
    async sync() {
      if ((await device.moves(sessionId)).length > 0) await send();
      await ask();
    },
    async make(made) {
      const move = { ...made, client_id: newId(now()), at: new Date(now()).toISOString() } as Move;
      const draft = { sessionId, userId, move, guess: await guess(move), told: null };
      const entry = await device.add({ ...draft, offline: !isOnline() });
      if (isOnline()) await send();
      const answered = await device.outcome(move.client_id);
      if (answered !== undefined) return { outcome: answered, told: null };
      const told = await tell(entry);
      show({ reachable: false });
      tellTabs();
      await reload();
      return told;
    },
    async download() {
      const pack = await api.call(getOfflinePack, { params: { id: sessionId } });
      await keep(pack.session, () => ({ pack }));
      await reload();
      return pack.files.map(({ url }) => url);
    },
    async forgetCorrections() {
      const kept = await device.session(sessionId);
      if (kept !== undefined) await keep(kept.base, () => ({ corrections: [] }));
      await reload();
    },
  };
}
