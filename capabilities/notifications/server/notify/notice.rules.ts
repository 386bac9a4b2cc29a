import { isId } from '#base/ids';
import type { Notice } from '../index.ts';

const insideApp = /^\/app(\/|$)/;

/** What is wrong with a notice that a module wants to send; undefined when nothing is. For programmers. */
export function faultOf({ kind, userId, path, key, values }: Notice): string | undefined {
  if (!isId(userId)) return `${kind}: the recipient is no id.`;
  if (path !== undefined && (!insideApp.test(path) || path.length > 500 || /[\\\p{Cc}]/u.test(path)))
    return `${kind}: the path must be one of the web application, /app/…`;
  if (key.length === 0 || key.length > 300) return `${kind}: the key must have 1 to 300 characters.`;
  if (Object.values(values).some((value) => typeof value === 'number' && !Number.isFinite(value)))
    return `${kind}: a value is no finite number.`;
  return undefined;
}

/** Text that PostgreSQL can keep as JSON: no NUL, no lone surrogates. */
export function storable(values: Notice['values']): Notice['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
    ]),
  );
}
