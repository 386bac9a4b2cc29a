import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Reader, Tx } from '#platform/server/database';
import { eventsOf, insertEvents } from './event.store.ts';
import { replay } from './history.rules.ts';
import type { PaymentFact, PaymentState, RequestedFact, StoredFact } from './payment-types.ts';
import { insertPayment, lockPayment, savePayment } from './projection.store.ts';
import { isUnsettled, nextLook } from './step.rules.ts';
import { unwatch, watch } from './watch.store.ts';

export type Decide = (state: PaymentState) => readonly PaymentFact[];

export interface AggregateOptions {
  readonly clock: Clock;
  readonly cancelsPending: (provider: string) => boolean;
  /** Hears of every change in its transaction. */
  readonly announce: (tx: Tx, before: PaymentState | undefined, after: PaymentState) => Promise<void>;
}

/** The one way to change a payment: decide on its whole history, append, project, announce, in one transaction. */
export interface Aggregate {
  /** Undefined when a live payment of the same purpose and subject exists. */
  begin(tx: Tx, id: string, request: RequestedFact): Promise<PaymentState | undefined>;
  change(tx: Tx, id: string, decide: Decide): Promise<PaymentState>;
  /** Undefined when there is none. */
  load(reader: Reader, id: string): Promise<PaymentState | undefined>;
}

export function paymentNotFound(): Refusal {
  return new Refusal('not_found', 'payments.payment_not_found', 'There is no such payment.');
}

export function createAggregate({ clock, cancelsPending, announce }: AggregateOptions): Aggregate {
  function stored(facts: readonly PaymentFact[], version: number, at: Date): readonly StoredFact[] {
    return facts.map((fact, index) => ({
      id: newId(at.getTime()),
      version: version + index + 1,
      at,
      fact,
    }));
  }

  async function keepWatch(tx: Tx, state: PaymentState, at: Date): Promise<void> {
    if (isUnsettled(state, at, cancelsPending(state.provider))) {
      await watch(tx, state.id, nextLook(state, 0, at), 0);
    } else await unwatch(tx, state.id);
  }

  return {
    async begin(tx, id, request) {
      const at = clock();
      const facts = stored([request], 0, at);
      const state = replay(id, facts);
      if (!(await insertPayment(tx, state))) return undefined;
      await insertEvents(tx, id, facts);
      await keepWatch(tx, state, at);
      await announce(tx, undefined, state);
      return state;
    },
    async change(tx, id, decide) {
      if (!(await lockPayment(tx, id))) throw paymentNotFound();
      const before = replay(id, await eventsOf(tx, id));
      const facts = decide(before);
      if (facts.length === 0) return before;
      const at = clock();
      const added = stored(facts, before.version, at);
      await insertEvents(tx, id, added);
      const after = replay(id, added, before);
      await savePayment(tx, after);
      await keepWatch(tx, after, at);
      await announce(tx, before, after);
      return after;
    },
    async load(reader, id) {
      const facts = await eventsOf(reader, id);
      return facts.length === 0 ? undefined : replay(id, facts);
    },
  };
}
