import { type Static, Type } from 'typebox';
import { Key, Label, listOf } from './parts.ts';

/** People, systems and their parts at one level of the C4 model. */
export const C4Model = Type.Object({
  kind: Type.Literal('c4'),
  level: Type.Enum(['context', 'container', 'component']),
  title: Type.Optional(Label),
  elements: listOf(
    Type.Object({
      id: Key,
      name: Label,
      type: Type.Enum(['person', 'system', 'container', 'component', 'database', 'queue']),
      external: Type.Optional(Type.Boolean()),
      technology: Type.Optional(Label),
      description: Type.Optional(Label),
      /** The boundary it stands in. */
      boundary: Type.Optional(Key),
    }),
  ),
  boundaries: Type.Optional(
    listOf(
      Type.Object({
        id: Key,
        name: Label,
        type: Type.Enum(['enterprise', 'system', 'container']),
        /** The boundary around this one. */
        boundary: Type.Optional(Key),
      }),
    ),
  ),
  relations: listOf(Type.Object({ from: Key, to: Key, label: Label, technology: Type.Optional(Label) })),
});

export type C4Model = Static<typeof C4Model>;
export type C4Element = C4Model['elements'][number];
