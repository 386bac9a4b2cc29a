import type { Message } from '../messages/message.ts';

/** How far somebody has been told: every message up to `seq`, with every change up to `rev`. */
export interface Position {
  readonly seq: number;
  readonly rev: number;
}

export interface Delivery {
  readonly kind: 'message' | 'edited' | 'deleted';
  readonly message: Message;
}

/**
 * What somebody at a position is told of messages read at a later one: new messages by their number, then what
 * changed in those known already. What they know is left out, so reading twice tells nothing twice.
 */
export function deliveriesAfter(position: Position, messages: readonly Message[]): readonly Delivery[] {
  const unknown = messages.filter((message) => message.rev > position.rev);
  const fresh = unknown
    .filter((message) => message.seq > position.seq)
    .sort((left, right) => left.seq - right.seq)
    .map((message) => ({ kind: 'message' as const, message }));
  const changed = unknown
    .filter((message) => message.seq <= position.seq)
    .sort((left, right) => left.rev - right.rev)
    .map((message) => ({
      kind: message.deletedAt === null ? ('edited' as const) : ('deleted' as const),
      message,
    }));
  return [...fresh, ...changed];
}

/** Tells whether these messages are exactly what comes after a position: then nothing has to be read. */
export function isNext(position: Position, messages: readonly Message[]): boolean {
  return messages.every(
    ({ seq, rev }, index) => seq === position.seq + index + 1 && rev === position.rev + index + 1,
  );
}
