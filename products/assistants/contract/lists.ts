import { type TSchema, Type } from 'typebox';

/** The answer of a list that is never cut: `{items, next_cursor: null}`. */
export function AllOf<Item extends TSchema>(item: Item) {
  return Type.Object({ items: Type.Array(item), next_cursor: Type.Null() });
}
