import { type TSchema, Type } from 'typebox';

/** A UUID in canonical form. */
export const Id = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
  description: 'UUID',
});

/** An instant in ISO 8601, UTC, milliseconds. */
export const Instant = Type.String({ format: 'date-time' });

export const IdParams = Type.Object({ id: Id });

/** `?limit` (1..100, default 20) and `?cursor`. Spread into a query schema together with its own filters. */
export const pageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 512 })),
};

/** The answer of a list: `{items, next_cursor}`. */
export function PageOf<Item extends TSchema>(item: Item) {
  return Type.Object({ items: Type.Array(item), next_cursor: Type.Union([Type.String(), Type.Null()]) });
}

/** A value or null. */
export function Nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}
