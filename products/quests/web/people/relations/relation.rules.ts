import type { Player } from '../../../contract/index.ts';

export type Relation = Player['relation'];

/** What somebody can do about another player. */
export type Move = 'ask' | 'accept' | 'decline' | 'take_back' | 'remove' | 'block' | 'unblock';

export interface Moves {
  /** Offered at once, the first one foremost. */
  readonly buttons: readonly Move[];
  /** Of more weight: behind a menu. */
  readonly menu: readonly Move[];
  readonly mayWrite: boolean;
}

const moves: Readonly<Record<Relation, Moves>> = {
  self: { buttons: [], menu: [], mayWrite: false },
  none: { buttons: ['ask'], menu: ['block'], mayWrite: true },
  friend: { buttons: [], menu: ['remove', 'block'], mayWrite: true },
  asked_by_me: { buttons: ['take_back'], menu: ['block'], mayWrite: true },
  asks_me: { buttons: ['accept', 'decline'], menu: ['block'], mayWrite: true },
  blocked: { buttons: ['unblock'], menu: [], mayWrite: false },
};

export function movesOf(relation: Relation): Moves {
  return moves[relation];
}

export type WeightyMove = Extract<Move, 'decline' | 'remove' | 'block'>;

/** Whether a move is asked about first: what cannot simply be done again. */
export function isWeighty(move: Move): move is WeightyMove {
  return move === 'decline' || move === 'remove' || move === 'block';
}
