import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { EventDefinition, PayloadOf } from '#platform/contract';
import type { Database } from '../database/index.ts';
import type { JobEngine } from '../jobs/index.ts';
import type { Log } from '../telemetry/index.ts';
import { type Announcement, deliveryId, deliveryJob, deliveryQueue, fanOut } from './delivery.ts';
import { type ListenerRow, listenersOf, removeListener, saveListeners } from './listener.store.ts';
import type { Events, Listener } from './types.ts';

/** The table of listeners; apply with the module name `platform`. */
export const eventMigrations = new URL('./migrations/', import.meta.url);

export interface EventsOptions {
  readonly database: Database;
  /** Carries announcements and deliveries. */
  readonly engine: Pick<JobEngine, 'jobs' | 'forward' | 'define' | 'handle'>;
  /** The events all loaded modules publish. */
  readonly declared: readonly EventDefinition[];
  readonly log: Log;
  readonly clock: Clock;
}

/** The events of this process and its listeners. */
export interface EventBus {
  readonly events: Events;
  /**
   * Registers a listener; before the job engine starts. Throws for an event nobody publishes and for a name
   * taken for this event.
   */
  on<Schema extends TSchema>(event: EventDefinition<Schema>, name: string, listener: Listener<Schema>): void;
  /** Makes the listeners known to all processes; after the engine's start, before its work. */
  start(): Promise<void>;
  /** Forgets a listener that no longer exists in any module, so that nothing is kept for it. */
  retire(event: string, listener: string): Promise<void>;
}

interface Declared {
  readonly definition: EventDefinition;
  readonly faults: (payload: unknown) => readonly string[];
}

function declaredOf(definition: EventDefinition): Declared {
  let validator: ReturnType<typeof Compile> | undefined;
  return {
    definition,
    faults(payload) {
      validator ??= Compile(definition.payload);
      return validator.Check(payload)
        ? []
        : validator.Errors(payload).map((error) => error.instancePath || '/');
    },
  };
}

function fits<Schema extends TSchema>(
  faults: readonly string[],
  _payload: unknown,
): _payload is PayloadOf<EventDefinition<Schema>> {
  return faults.length === 0;
}

/** Makes the event bus on top of the job queue. Call it before the engine starts. */
export function createEvents({
  database,
  engine,
  declared: definitions,
  log,
  clock,
}: EventsOptions): EventBus {
  const declared = new Map<string, Declared>();
  const listeners: ListenerRow[] = [];

  function find(name: string): Declared {
    const found = declared.get(name);
    if (found === undefined) throw new Error(`Event ${name} is not published by any module.`);
    return found;
  }

  async function copyToListeners(announcement: Announcement): Promise<void> {
    const { id, event } = announcement;
    await database.transaction(async (tx) => {
      for (const listener of await listenersOf(tx, event)) {
        await engine.forward(tx, deliveryQueue(event, listener), announcement, {
          id: deliveryId(id, event, listener),
        });
      }
    });
  }

  for (const definition of definitions) {
    if (!/^[a-z][\w-]*\.[a-z_0-9]+\.v\d+$/.test(definition.name)) {
      throw new Error(`Event ${definition.name}: call it module.what_happened.v1.`);
    }
    const existing = declared.get(definition.name);
    if (existing !== undefined && existing.definition !== definition) {
      throw new Error(`Event ${definition.name} is published by two modules.`);
    }
    declared.set(definition.name, declaredOf(definition));
  }
  engine.define(fanOut);
  engine.handle(fanOut, ({ data }) => copyToListeners(data));

  return {
    events: {
      async emit(tx, event, payload) {
        const faults = find(event.name).faults(payload);
        if (faults.length > 0) {
          throw new Error(
            `The payload of event ${event.name} does not fit its definition at ${faults.join(', ')}.`,
          );
        }
        const now = clock();
        const id = newId(now.getTime());
        await engine.jobs.send(tx, fanOut, { id, event: event.name, emitted_at: now.toISOString(), payload });
      },
    },
    on(event, name, listener) {
      const { faults } = find(event.name);
      const job = deliveryJob(event.name, name);
      engine.define(job);
      engine.handle(job, async ({ data, signal }) => {
        const { payload } = data;
        const misfits = faults(payload);
        if (!fits<typeof event.payload>(misfits, payload)) {
          throw new Error(`A payload of event ${event.name} does not fit at ${misfits.join(', ')}.`);
        }
        await listener({ id: data.id, payload, emittedAt: new Date(data.emitted_at), signal });
      });
      listeners.push({ event: event.name, listener: name });
    },
    async start() {
      await database.transaction((tx) => saveListeners(tx, listeners));
      log.info({ listeners: listeners.length, events: declared.size }, 'Events are ready.');
    },
    async retire(event, listener) {
      await database.transaction((tx) => removeListener(tx, { event, listener }));
    },
  };
}
