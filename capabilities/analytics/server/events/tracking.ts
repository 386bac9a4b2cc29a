import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Database, Tx } from '#platform/server/database';
import type { Funnels } from '../funnels.ts';
import type { Analytics } from '../index.ts';
import { insertEvents, noteOwner } from './event.store.ts';
import { believable, checkFromBrowser, onceKeyOf } from './tracking.rules.ts';

/** A batch as a browser sends it. */
export interface BrowserBatch {
  readonly visitorId: string;
  /** The signed-in person; the visitor's id is then not kept. */
  readonly userId: string | null;
  readonly events: readonly {
    readonly id: string;
    readonly name: string;
    readonly subjectId: string;
    readonly at?: string;
  }[];
}

export interface Tracking {
  readonly track: Analytics['track'];
  /** Answers how many counted; repeats do not. Throws `analytics.event_not_accepted`. */
  trackBatch(batch: BrowserBatch): Promise<number>;
}

export function createTracking(database: Database, clock: Clock, funnels: Funnels): Tracking {
  return {
    async track(tx: Tx, event) {
      if (event.ownerId !== undefined) await noteOwner(tx, event.subjectId, event.ownerId);
      const at = event.at ?? clock();
      await insertEvents(tx, [
        {
          id: newId(),
          name: event.name,
          subjectId: event.subjectId,
          userId: event.userId,
          visitorId: null,
          stepId: event.step?.id ?? null,
          stepPosition: event.step?.position ?? null,
          amount: event.value ?? null,
          at,
          onceKey: event.key === undefined ? null : onceKeyOf('key', event.key),
        },
      ]);
    },

    async trackBatch({ visitorId, userId, events }) {
      checkFromBrowser(
        funnels.own(),
        events.map(({ name }) => name),
      );
      const now = clock();
      const rows = events.map(({ id, name, subjectId, at }) => ({
        id: newId(),
        name,
        subjectId,
        userId,
        visitorId: userId === null ? visitorId : null,
        stepId: null,
        stepPosition: null,
        amount: null,
        at: believable(at, now),
        onceKey: onceKeyOf('browser', visitorId, id),
      }));
      return database.transaction((tx) => insertEvents(tx, rows));
    },
  };
}
