import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';

const badCursor = (): Refusal =>
  new Refusal('invalid', 'assistants.bad_cursor', 'The cursor is not one that a list answered.', {
    errors: [{ pointer: '/query/cursor', message: 'is not a cursor of this list' }],
  });

/** A place in a list by name. */
export interface NamePlace {
  readonly name: string;
  readonly id: string;
}

/** The cursor that stands for a place; opaque to callers. */
export function encodeName({ name, id }: NamePlace): string {
  return `${id}~${Buffer.from(name).toString('base64url')}`;
}

/** Reads a cursor back. Throws a `Refusal` for anything else. */
export function decodeName(cursor: string): NamePlace {
  const [id = '', name = ''] = cursor.split('~');
  if (!isId(id)) throw badCursor();
  return { id, name: Buffer.from(name, 'base64url').toString().replaceAll('\0', '').toWellFormed() };
}

export function encodeOffset(offset: number): string {
  return String(offset);
}

/** Reads the position in a list that does not change under its readers; 0 without a cursor. */
export function decodeOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/u.test(cursor)) throw badCursor();
  return Number(cursor);
}
