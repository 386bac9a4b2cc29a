import type { Static, TSchema } from 'typebox';

/** A fact announced after it happened. The name ends in its version: `care.visit_booked.v1`. No personal data beyond ids. */
export interface EventDefinition<Schema extends TSchema = TSchema> {
  readonly name: string;
  readonly payload: Schema;
}

export type PayloadOf<Event> = Event extends EventDefinition<infer Schema> ? Static<Schema> : never;

export function defineEvent<Schema extends TSchema>(name: string, payload: Schema): EventDefinition<Schema> {
  return { name, payload };
}
