import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';

export const badCursor = () =>
  new Refusal('invalid', 'quests.bad_cursor', 'The cursor is not one that this list answered.', {
    errors: [{ pointer: '/query/cursor', message: 'is not a cursor of this list' }],
  });

/** A place in a list ordered by a number and an id. */
export interface Place {
  readonly value: number;
  readonly id: string;
}

/** `name` tells the cursors of one order from those of others. */
export function encodePlace(name: string, { value, id }: Place): string {
  return `${name}~${value}~${id}`;
}

export function decodePlace(name: string, cursor: string): Place {
  const [order, number = '', id = ''] = cursor.split('~');
  const value = Number(number);
  if (order !== name || number.trim() === '' || !Number.isFinite(value) || !isId(id)) throw badCursor();
  return { value, id };
}

/** How many there were before, for lists that another capability ranks. */
export function encodeOffset(name: string, offset: number): string {
  return `${name}~${offset}`;
}

export function decodeOffset(name: string, cursor: string): number {
  const [order, number = '', ...rest] = cursor.split('~');
  if (order !== name || rest.length > 0 || !/^\d{1,6}$/.test(number)) throw badCursor();
  return Number(number);
}

/** Of lists whose cursor is the last id itself. */
export function decodeId(cursor: string | undefined): string | undefined {
  if (cursor !== undefined && !isId(cursor)) throw badCursor();
  return cursor;
}
