import { type Static, Type } from 'typebox';
import { Day, Key, Label, listOf } from './parts.ts';

/** A schedule: tasks in sections, each with a start (a day, or the end of others) and a length in days. */
export const GanttModel = Type.Object({
  kind: Type.Literal('gantt'),
  title: Type.Optional(Label),
  /** The day on which tasks without a start and without predecessors begin. */
  start: Day,
  sections: listOf(
    Type.Object({
      name: Label,
      tasks: listOf(
        Type.Object({
          id: Key,
          name: Label,
          start: Type.Optional(Day),
          /** Whole days; a milestone has none. */
          days: Type.Integer({ minimum: 0, maximum: 36_500 }),
          after: Type.Optional(listOf(Key)),
          status: Type.Optional(Type.Enum(['planned', 'active', 'done'])),
          critical: Type.Optional(Type.Boolean()),
          milestone: Type.Optional(Type.Boolean()),
        }),
      ),
    }),
  ),
});

export type GanttModel = Static<typeof GanttModel>;
export type GanttTask = GanttModel['sections'][number]['tasks'][number];
