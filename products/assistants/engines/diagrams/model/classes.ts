import { type Static, Type } from 'typebox';
import { Key, Label, listOf } from './parts.ts';

const Visibility = Type.Enum(['public', 'protected', 'private', 'package']);

/** Classes with members, and relations between them. */
export const ClassModel = Type.Object({
  kind: Type.Literal('class'),
  title: Type.Optional(Label),
  classes: listOf(
    Type.Object({
      id: Key,
      name: Label,
      type: Type.Optional(Type.Enum(['class', 'abstract', 'interface', 'enumeration'])),
      attributes: Type.Optional(
        listOf(
          Type.Object({ name: Label, type: Type.Optional(Label), visibility: Type.Optional(Visibility) }),
        ),
      ),
      methods: Type.Optional(
        listOf(
          Type.Object({
            name: Label,
            parameters: Type.Optional(listOf(Label)),
            returns: Type.Optional(Label),
            visibility: Type.Optional(Visibility),
          }),
        ),
      ),
    }),
  ),
  relations: listOf(
    Type.Object({
      from: Key,
      to: Key,
      /** `inheritance` and `realization`: `from` is the more special one; `composition`, `aggregation`: the whole. */
      type: Type.Enum([
        'inheritance',
        'realization',
        'composition',
        'aggregation',
        'association',
        'dependency',
      ]),
      label: Type.Optional(Label),
      fromMultiplicity: Type.Optional(Label),
      toMultiplicity: Type.Optional(Label),
    }),
  ),
});

export type ClassModel = Static<typeof ClassModel>;
export type Visibility = Static<typeof Visibility>;
