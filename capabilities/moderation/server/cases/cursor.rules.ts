import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';

export function badCursor(): Refusal {
  return new Refusal('invalid', 'moderation.bad_cursor', 'The cursor is not one that a list answered.', {
    errors: [{ pointer: '/query/cursor', message: 'is not a cursor of this list' }],
  });
}

/** A place in the queue: when a case is due, and its id. */
export function encodePlace(place: { readonly dueAt: Date; readonly id: string }): string {
  return `${place.dueAt.getTime().toString(36)}~${place.id}`;
}

export function decodePlace(cursor: string): { readonly dueAt: Date; readonly id: string } {
  const [at = '', id = ''] = cursor.split('~');
  const milliseconds = Number.parseInt(at, 36);
  if (!/^[0-9a-z]{1,12}$/.test(at) || milliseconds > 8.64e15 || !isId(id)) throw badCursor();
  return { dueAt: new Date(milliseconds), id };
}
