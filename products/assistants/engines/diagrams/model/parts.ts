import { type TSchema, Type } from 'typebox';

/** A name of a thing inside one model; never shown and never written out. */
export const Key = Type.String({ minLength: 1, maxLength: 1000 });
/** A text for people; cut to what fits when it is written. */
export const Label = Type.String({ maxLength: 1_000_000 });
/** A calendar day, `2026-01-31`. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** A read-only list. */
export function listOf<Item extends TSchema>(item: Item) {
  return Type.Immutable(Type.Array(item, { maxItems: 100_000 }));
}
