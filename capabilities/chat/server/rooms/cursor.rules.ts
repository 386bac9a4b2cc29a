import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';

/** A place in a list ordered by time and id. */
export interface Place {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly id: string;
}

/** The cursor that stands for a place; opaque to callers. */
export function encodePlace({ at, id }: Place): string {
  return `${at.toString(36)}~${id}`;
}

/** Reads a cursor back. Throws a `Refusal` for anything else. */
export function decodePlace(cursor: string): Place {
  const [at = '', id = ''] = cursor.split('~');
  const milliseconds = Number.parseInt(at, 36);
  if (!Number.isSafeInteger(milliseconds) || milliseconds < 0 || milliseconds > 8.64e15 || !isId(id)) {
    throw new Refusal('invalid', 'chat.bad_cursor', 'The cursor is not one that a list answered.', {
      errors: [{ pointer: '/query/cursor', message: 'is not a cursor of this list' }],
    });
  }
  return { at: milliseconds, id };
}
