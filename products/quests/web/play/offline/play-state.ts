import type { ApiProblem } from '#platform/web';
import type { MoveOutcome, OfflinePack, Session } from '../../../contract/index.ts';
import type { Correction, Told } from './outbox.rules.ts';

/** What the play screen shows. */
export interface PlayState {
  /** With every move of this device in it, also those the server has not seen. Null while nothing is known. */
  readonly session: Session | null;
  /** Why nothing could be read. */
  readonly problem: ApiProblem | null;
  readonly pack: OfflinePack | null;
  /** Moves that wait for the network. */
  readonly waiting: number;
  /** Points with an answer that only the server can judge. */
  readonly unjudged: ReadonlySet<string>;
  readonly reachable: boolean;
  /** What the server decided otherwise than the device had said. */
  readonly corrections: readonly Correction[];
}

/** What came of a move: of the server, or `told` by the device until the server is asked. */
export interface Made {
  readonly outcome: MoveOutcome | null;
  readonly told: Told | null;
}

export const emptyState: PlayState = {
  session: null,
  problem: null,
  pack: null,
  waiting: 0,
  unjudged: new Set(),
  reachable: true,
  corrections: [],
};
