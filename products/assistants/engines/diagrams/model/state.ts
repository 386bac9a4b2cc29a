import { type Static, Type } from 'typebox';
import { Key, Label, listOf } from './parts.ts';

/** States of one object and the transitions between them. */
export const StateModel = Type.Object({
  kind: Type.Literal('state'),
  title: Type.Optional(Label),
  states: listOf(
    Type.Object({
      id: Key,
      name: Label,
      description: Type.Optional(Label),
      initial: Type.Optional(Type.Boolean()),
      final: Type.Optional(Type.Boolean()),
    }),
  ),
  transitions: listOf(Type.Object({ from: Key, to: Key, label: Type.Optional(Label) })),
});

export type StateModel = Static<typeof StateModel>;
