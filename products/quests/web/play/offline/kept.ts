import type { MoveOutcome, OfflinePack, Session } from '../../../contract/index.ts';
import type { Correction, OutboxEntry } from './outbox.rules.ts';

/** A session as this device keeps it. */
export interface KeptSession {
  readonly id: string;
  readonly userId: string;
  /** What the server said last. */
  readonly base: Session;
  readonly pack: OfflinePack | null;
  readonly corrections: readonly Correction[];
}

export interface KeptOutcome {
  readonly clientId: string;
  readonly at: number;
  readonly outcome: MoveOutcome;
}

/** What survives a reload and a dead battery. */
export interface Device {
  session(id: string): Promise<KeptSession | undefined>;
  sessions(userId: string): Promise<readonly KeptSession[]>;
  /** Changes a session in one transaction; `change` gets what is there. Undefined leaves it alone. */
  keep(
    id: string,
    change: (kept: KeptSession | undefined) => KeptSession | undefined,
  ): Promise<KeptSession | undefined>;
  moves(sessionId: string): Promise<readonly OutboxEntry[]>;
  /** Writes a move down before anything else happens with it. */
  add(entry: Omit<OutboxEntry, 'seq'>): Promise<OutboxEntry>;
  change(entries: readonly OutboxEntry[]): Promise<void>;
  /** Takes answered moves out and keeps their answers for tabs that wait for them: all or nothing. */
  settle(answered: readonly OutboxEntry[], outcomes: readonly KeptOutcome[]): Promise<void>;
  outcome(clientId: string): Promise<MoveOutcome | undefined>;
}
