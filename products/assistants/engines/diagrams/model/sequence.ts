import { type Static, Type } from 'typebox';
import { Key, Label, listOf } from './parts.ts';

const Message = Type.Object({
  type: Type.Literal('message'),
  from: Key,
  to: Key,
  text: Label,
  /** A call that is waited for (default), one that is not, or an answer. */
  style: Type.Optional(Type.Enum(['call', 'async', 'answer'])),
});
const Note = Type.Object({ type: Type.Literal('note'), over: Key, text: Label });
const Open = Type.Object({
  type: Type.Literal('open'),
  operator: Type.Enum(['alt', 'opt', 'loop', 'par']),
  condition: Label,
});
/** The next branch of the innermost `alt` or `par`. */
const Next = Type.Object({ type: Type.Literal('next'), condition: Label });
const Close = Type.Object({ type: Type.Literal('close') });

/** Messages between participants in time; blocks are opened and closed by steps of their own. */
export const SequenceModel = Type.Object({
  kind: Type.Literal('sequence'),
  title: Type.Optional(Label),
  participants: listOf(
    Type.Object({
      id: Key,
      name: Label,
      type: Type.Optional(Type.Enum(['participant', 'actor'])),
    }),
  ),
  steps: listOf(Type.Union([Message, Note, Open, Next, Close])),
});

export type SequenceModel = Static<typeof SequenceModel>;
export type SequenceStep = SequenceModel['steps'][number];
