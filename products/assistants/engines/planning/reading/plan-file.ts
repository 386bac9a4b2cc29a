import Type, { type Static, type TSchema } from 'typebox';

const optional = <Schema extends TSchema>(schema: Schema) => Type.Optional(schema);
const id = Type.String({ minLength: 1, maxLength: 100 });
const name = Type.String({ maxLength: 500 });
const moment = Type.String({ maxLength: 30, description: '`2026-03-02` or `2026-03-02T09:00`, local time.' });
const unit = Type.Union([Type.Literal('hours'), Type.Literal('days')], { default: 'days' });
const points = Type.Union(
  [
    Type.Number(),
    Type.Object(
      { optimistic: Type.Number(), likely: Type.Number(), pessimistic: Type.Number() },
      { additionalProperties: false },
    ),
  ],
  { description: 'One certain value or three points.' },
);
const distribution = Type.Union([
  Type.Literal('beta_pert'),
  Type.Literal('triangular'),
  Type.Literal('lognormal'),
]);
const hours = Type.Array(Type.String({ maxLength: 20, description: '`09:00-13:00`' }), { maxItems: 24 });
const closed = { additionalProperties: false } as const;

const LinkFile = Type.Union([
  Type.String({ maxLength: 200, description: 'As in MS Project: `3FS+2d`, `12SS-4h`.' }),
  Type.Object(
    {
      from: id,
      type: optional(
        Type.Union([Type.Literal('FS'), Type.Literal('SS'), Type.Literal('FF'), Type.Literal('SF')]),
      ),
      lag: optional(Type.Number({ description: 'Negative for a lead.' })),
      lag_unit: optional(unit),
      elapsed: optional(Type.Boolean({ description: 'Counts around the clock.' })),
    },
    closed,
  ),
]);

/** The JSON form of a plan: names in snake_case, almost everything optional. */
export const PlanFile = Type.Object(
  {
    name: optional(name),
    start: moment,
    currency: optional(Type.String({ maxLength: 10 })),
    hours_per_day: optional(
      Type.Number({ description: 'Working hours that a day of an estimate means: 8.' }),
    ),
    calendar: optional(id),
    calendars: optional(
      Type.Array(
        Type.Object(
          {
            id,
            name: optional(name),
            week: Type.Array(hours, { minItems: 7, maxItems: 7, description: 'Monday first.' }),
            exceptions: optional(
              Type.Array(
                Type.Object(
                  { from: moment, to: optional(moment), hours: optional(hours), name: optional(name) },
                  closed,
                ),
              ),
            ),
          },
          closed,
        ),
      ),
    ),
    resources: optional(
      Type.Array(
        Type.Object(
          {
            id,
            name: optional(name),
            capacity: optional(Type.Number({ description: 'How many work at once: 1.' })),
            rate: optional(Type.Number({ description: 'Cost of a working hour.' })),
            calendar: optional(id),
          },
          closed,
        ),
      ),
    ),
    tasks: Type.Array(
      Type.Object(
        {
          id,
          name: optional(name),
          duration: optional(points),
          unit: optional(unit),
          distribution: optional(distribution),
          predecessors: optional(Type.Array(LinkFile, { maxItems: 10_000 })),
          assignments: optional(
            Type.Array(Type.Object({ resource: id, units: optional(Type.Number()) }, closed), {
              maxItems: 1_000,
            }),
          ),
          calendar: optional(id),
          fixed_cost: optional(Type.Number()),
          start_no_earlier_than: optional(moment),
          must_finish_by: optional(moment),
          group: optional(name),
          percent_complete: optional(Type.Number()),
          actual_cost: optional(Type.Number()),
        },
        closed,
      ),
    ),
    risks: optional(
      Type.Array(
        Type.Object(
          {
            id,
            name: optional(name),
            probability: Type.Number(),
            impact: points,
            unit: optional(unit),
            distribution: optional(distribution),
            cost: optional(points),
            tasks: Type.Array(id, { maxItems: 10_000 }),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
);
export type PlanFile = Static<typeof PlanFile>;
