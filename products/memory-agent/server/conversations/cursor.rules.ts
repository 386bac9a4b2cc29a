import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';

/** A place in a list ordered by time and id. */
export interface Place {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly id: string;
}

const badCursor = () =>
  new Refusal('invalid', 'memory.bad_cursor', 'The cursor is not one that a list answered.', {
    errors: [{ pointer: '/query/cursor', message: 'is not a cursor of this list' }],
  });

/** The cursor that stands for a place; opaque to callers. */
export function encodePlace({ at, id }: Place): string {
  return `${at.toString(36)}~${id}`;
}

/** Reads a cursor back. Throws a `Refusal` for anything else. */
export function decodePlace(cursor: string): Place {
  const [at = '', id = ''] = cursor.split('~');
  const milliseconds = Number.parseInt(at, 36);
  if (!Number.isSafeInteger(milliseconds) || milliseconds < 0 || milliseconds > 8.64e15 || !isId(id))
    throw badCursor();
  return { at: milliseconds, id };
}

/** Reads the position that a list of messages gave as its cursor. */
export function decodePosition(cursor: string): number {
  if (!/^[1-9]\d{0,9}$/.test(cursor) || Number(cursor) > 2_147_483_647) throw badCursor();
  return Number(cursor);
}
