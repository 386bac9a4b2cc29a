import { type Static, Type } from 'typebox';
import { Nullable } from '#platform/contract';
import { Count, Day, Label, valueFields } from './fields.ts';

export const FunnelSummary = Type.Object({
  name: Type.String(),
  label: Label,
  steps: Type.Array(Type.Object({ event: Type.String(), label: Label })),
});

export const FunnelReport = Type.Object({
  name: Type.String(),
  label: Label,
  from: Day,
  to: Day,
  steps: Type.Array(
    Type.Object({
      event: Type.String(),
      label: Label,
      /** Each person once for each subject, and only after the step before. */
      persons: Count,
      /** Of the first step; null when nobody came to it. */
      share_of_first: Nullable(Type.Number()),
      share_of_previous: Nullable(Type.Number()),
    }),
  ),
  /** Steps inside the subject, in their order; only when one subject is asked for. */
  detail: Type.Array(
    Type.Object({
      step_id: Type.String(),
      position: Type.Integer(),
      persons: Count,
      share_of_first: Nullable(Type.Number()),
    }),
  ),
});
export type FunnelReport = Static<typeof FunnelReport>;

export const Overview = Type.Object({
  from: Day,
  to: Day,
  /** Single events are kept from this day on: earlier figures of persons and medians are approximate. */
  exact_from: Day,
  items: Type.Array(
    Type.Object({
      event: Type.String(),
      label: Nullable(Label),
      events: Count,
      /** Different people of the range; a sum of days when `exact` is false. */
      persons: Count,
      ...valueFields,
      exact: Type.Boolean(),
    }),
  ),
});
export type Overview = Static<typeof Overview>;

export const Series = Type.Object({
  event: Type.String(),
  from: Day,
  to: Day,
  /** One for each day, days without events included. */
  items: Type.Array(Type.Object({ day: Day, events: Count, persons: Count, ...valueFields })),
});
export type Series = Static<typeof Series>;

export const Cohorts = Type.Object({
  /** By the week (its Monday) in which people were first seen, oldest first. */
  items: Type.Array(
    Type.Object({
      week: Day,
      persons: Count,
      /** How many of them came in the week itself (always all), one week later, and so on. */
      returned: Type.Array(Count),
    }),
  ),
});
export type Cohorts = Static<typeof Cohorts>;
