import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';

function cursorInvalid(): Refusal {
  return new Refusal('invalid', 'identity.cursor_invalid', 'The cursor is not one of ours.', {
    errors: [{ pointer: '/query/cursor', message: 'The cursor is not one of ours.' }],
  });
}

export function writeCursor(createdAt: Date, id: string): string {
  return Buffer.from(`${createdAt.getTime()}:${id}`).toString('base64url');
}

export function readCursor(cursor: string | undefined): { createdAt: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(':');
  if (!/^\d{1,15}$/.test(time) || !isId(id)) throw cursorInvalid();
  return { createdAt: new Date(Number(time)), id };
}

export function readSequenceCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,15}$/.test(cursor)) throw cursorInvalid();
  return Number(cursor);
}
