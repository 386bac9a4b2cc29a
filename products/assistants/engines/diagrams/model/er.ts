import { type Static, Type } from 'typebox';
import { Key, Label, listOf } from './parts.ts';

const Cardinality = Type.Enum(['one', 'zero_or_one', 'many', 'zero_or_many']);

/** Entities with attributes, and relations with the cardinality of both ends. */
export const ErModel = Type.Object({
  kind: Type.Literal('er'),
  title: Type.Optional(Label),
  entities: listOf(
    Type.Object({
      id: Key,
      name: Label,
      attributes: listOf(
        Type.Object({
          name: Label,
          type: Label,
          keys: Type.Optional(listOf(Type.Enum(['PK', 'FK', 'UK']))),
          comment: Type.Optional(Label),
        }),
      ),
    }),
  ),
  relations: listOf(
    Type.Object({
      from: Key,
      to: Key,
      fromCardinality: Cardinality,
      toCardinality: Cardinality,
      /** The child cannot exist without its parent. */
      identifying: Type.Optional(Type.Boolean()),
      label: Label,
    }),
  ),
});

export type ErModel = Static<typeof ErModel>;
export type Cardinality = Static<typeof Cardinality>;
