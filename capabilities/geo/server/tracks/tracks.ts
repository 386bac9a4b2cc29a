import { Refusal } from '#base/refusal';
import { type Clock, day } from '#base/time';
import type { Database, Tx } from '#platform/server/database';
import type { GeoConfig } from '../config.ts';
import { type Crossing, crossingsOf, newsOf } from '../fences/crossing.rules.ts';
import type { FenceCrossing, Fix, Geo, Shape } from '../index.ts';
import { crossingsTold, replaceCrossings } from './crossing.store.ts';
import { plausibleReadings } from './plausible.rules.ts';
import {
  deleteEmptyTracks,
  deleteReadingsBefore,
  deleteTrack,
  insertReadings,
  lockTrack,
  newestReadings,
  readingBefore,
  readingsFrom,
} from './track.store.ts';

/** Readings deleted in one transaction. */
const purgeBatch = 10_000;
/** Readings of one call at most. */
const mostFixes = 10_000;

export interface TracksContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly config: GeoConfig;
}

export interface Tracks extends Pick<Geo, 'track' | 'trackOf' | 'forgetTrack'> {
  /** Deletes what is older than the retention; answers how many readings went. */
  purge(signal?: AbortSignal): Promise<number>;
}

interface Fence {
  readonly id: string;
  readonly shape: Shape;
}

/** The story from the first new reading on is told anew; what had not been told is the news. */
async function retell(
  tx: Tx,
  subject: string,
  fences: readonly Fence[],
  before: Fix | undefined,
  readings: readonly Fix[],
): Promise<readonly FenceCrossing[]> {
  const first = readings[0];
  if (first === undefined || fences.length === 0) return [];
  const known = await crossingsTold(
    tx,
    subject,
    fences.map(({ id }) => id),
  );
  // Crossings up to the reading before the first new one stand, whatever comes.
  const settled = before?.at.getTime() ?? first.at.getTime() - 1;
  const news: FenceCrossing[] = [];
  for (const { id, shape } of fences) {
    const told: readonly Crossing[] = known.get(id) ?? [];
    const kept = told.filter(({ at }) => at.getTime() <= settled).length;
    const inside = told[kept - 1]?.kind === 'enter';
    const now = crossingsOf(shape, readings, { inside, before });
    const fresh = newsOf(told.slice(kept), now);
    if (now.length > 0 || kept < told.length) await replaceCrossings(tx, { subject, fenceId: id }, kept, now);
    news.push(...fresh.map((crossing) => ({ fenceId: id, ...crossing })));
  }
  return news.toSorted((left, right) => left.at.getTime() - right.at.getTime());
}

/** Tracks of subjects and the fences they crossed. */
export function createTracks({ database, clock, config }: TracksContext): Tracks {
  const retention = config.GEO_TRACK_RETENTION_DAYS * day;
  return {
    async track(tx, { subject, ownerId, fixes, fences = [] }) {
      if (fixes.length > mostFixes) {
        throw new Refusal('invalid', 'geo.too_many_readings', `At most ${mostFixes} readings at once.`);
      }
      const now = clock();
      if ((await lockTrack(tx, subject, ownerId, now)) !== ownerId) {
        throw new Refusal('not_found', 'geo.track_not_found', 'There is no such track.');
      }
      const limits = { now, retention, maxSpeed: config.GEO_TRACK_MAX_SPEED };
      const earliest = plausibleReadings(fixes, undefined, {
        ...limits,
        maxSpeed: Number.POSITIVE_INFINITY,
      })[0];
      if (earliest === undefined) return { kept: 0, crossings: [] };
      const before = await readingBefore(tx, subject, earliest.at);
      const plausible = plausibleReadings(fixes, before, limits);
      const kept = await insertReadings(tx, subject, plausible);
      const from = plausible[0]?.at;
      if (kept === 0 || from === undefined) return { kept, crossings: [] };
      const readings = await readingsFrom(tx, subject, from);
      const ahead = from > earliest.at ? await readingBefore(tx, subject, from) : before;
      return { kept, crossings: await retell(tx, subject, fences, ahead, readings) };
    },
    trackOf: (reader, subject, limit) => newestReadings(reader, subject, limit),
    forgetTrack: (tx, subject) => deleteTrack(tx, subject),
    async purge(signal) {
      const before = new Date(clock().getTime() - retention);
      let [purged, last] = [0, purgeBatch];
      while (last === purgeBatch && signal?.aborted !== true) {
        last = await database.transaction((tx) => deleteReadingsBefore(tx, before, purgeBatch));
        purged += last;
      }
      await database.transaction((tx) => deleteEmptyTracks(tx, before));
      return purged;
    },
  };
}
