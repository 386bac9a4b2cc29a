import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';

function cursorInvalid(): Refusal {
  return new Refusal('invalid', 'payments.cursor_invalid', 'The cursor is not one of ours.', {
    errors: [{ pointer: '/query/cursor', message: 'is not one of ours' }],
  });
}

export interface TimeCursor {
  readonly createdAt: Date;
  readonly id: string;
}

export function writeTimeCursor({ createdAt, id }: TimeCursor): string {
  return Buffer.from(`${createdAt.getTime()}:${id}`).toString('base64url');
}

export function readTimeCursor(cursor: string | undefined): TimeCursor | undefined {
  if (cursor === undefined) return undefined;
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(':');
  if (!/^\d{1,15}$/.test(time) || !isId(id)) throw cursorInvalid();
  return { createdAt: new Date(Number(time)), id };
}

export function readIdCursor(cursor: string | undefined): string | undefined {
  if (cursor !== undefined && !isId(cursor)) throw cursorInvalid();
  return cursor;
}

export function writeTextCursor(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** A list of texts that hold no line feed. */
export function readTextCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (text.includes('\u0000') || !text.isWellFormed() || text === '') throw cursorInvalid();
  return text;
}
