import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';

/** A place in the list of conversations. */
export interface Place {
  readonly pinned: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly id: string;
}

const badCursor = () =>
  new Refusal('invalid', 'assistants.bad_cursor', 'The cursor is not one that a list answered.', {
    errors: [{ pointer: '/query/cursor', message: 'is not a cursor of this list' }],
  });

/** The cursor that stands for a place; opaque to callers. */
export function encodePlace({ pinned, at, id }: Place): string {
  return `${pinned ? 'p' : 'u'}~${at.toString(36)}~${id}`;
}

/** Reads a cursor back. Throws a `Refusal` for anything else. */
export function decodePlace(cursor: string): Place {
  const [pin = '', at = '', id = ''] = cursor.split('~');
  const milliseconds = Number.parseInt(at, 36);
  const isSound = Number.isSafeInteger(milliseconds) && milliseconds >= 0 && milliseconds <= 8.64e15;
  if (!isSound || !isId(id) || (pin !== 'p' && pin !== 'u')) throw badCursor();
  return { pinned: pin === 'p', at: milliseconds, id };
}

/** Reads the depth that a list of messages gave as its cursor. */
export function decodeDepth(cursor: string): number {
  if (!/^\d{1,9}$/.test(cursor)) throw badCursor();
  return Number(cursor);
}
