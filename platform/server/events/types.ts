import type { TSchema } from 'typebox';
import type { EventDefinition, PayloadOf } from '#platform/contract';
import type { Tx } from '../database/index.ts';

/** Announces facts. Delivered at least once to every listener, after the transaction committed. */
export interface Events {
  /** Written in the transaction; throws when no module declared the event in `publishes` or the payload does not fit. */
  emit<Schema extends TSchema>(
    tx: Tx,
    event: EventDefinition<Schema>,
    payload: PayloadOf<EventDefinition<Schema>>,
  ): Promise<void>;
}

export interface Delivery<Payload> {
  /** The same at every redelivery. */
  readonly id: string;
  readonly payload: Payload;
  readonly emittedAt: Date;
  readonly signal: AbortSignal;
}

/** Listeners must be idempotent. */
export type Listener<Schema extends TSchema> = (
  delivery: Delivery<PayloadOf<EventDefinition<Schema>>>,
) => Promise<void>;
