import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';

interface PageQuery {
  readonly limit?: number;
  readonly cursor?: string;
}

/** @throws Refusal `invalid` `assistants.bad_cursor` for a cursor this list never gave. */
export function pageOfQuery({ limit = 20, cursor }: PageQuery): {
  readonly limit: number;
  readonly cursor?: string;
} {
  if (cursor === undefined) return { limit };
  if (!isId(cursor)) throw new Refusal('invalid', 'assistants.bad_cursor', 'The cursor is not valid.');
  return { limit, cursor };
}
