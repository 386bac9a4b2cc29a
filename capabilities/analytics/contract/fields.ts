import { Type } from 'typebox';
import { Id, Nullable } from '#platform/contract';

/** A calendar day in UTC. */
export const Day = Type.String({ pattern: '^20\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });

/** What happened: `module.happened`. */
export const EventName = Type.String({
  pattern: '^[a-z][a-z0-9_-]*(\\.[a-z0-9_]+)+$',
  minLength: 3,
  maxLength: 80,
});

export const FunnelName = Type.String({ pattern: '^[a-z][a-z0-9_.-]*$', minLength: 1, maxLength: 80 });
export const SubjectId = Type.String({ minLength: 1, maxLength: 128, pattern: '^[\\w.:-]+$' });
export const Label = Type.Object({ ru: Type.String(), en: Type.String() });
export const Count = Type.Integer({ minimum: 0 });

/** `from` and `to`, both included; the last 30 days unless said. At most 366 days. */
export const rangeQuery = { from: Type.Optional(Day), to: Type.Optional(Day) };

/** What an author may narrow down to: one of their own subjects. */
export const mineQuery = { ...rangeQuery, subject_id: Type.Optional(SubjectId) };

/** What an operator may narrow down to. */
export const allQuery = { ...mineQuery, owner_id: Type.Optional(Id) };

/** Figures of the values that events carried: money in minor units, seconds, stars. */
export const valueFields = {
  value_count: Count,
  value_sum: Type.Number(),
  /** The median; null without values. */
  value_p50: Nullable(Type.Number()),
};
