import type { Database } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import { deleteTracksOf, tracksOf } from './tracks/track.store.ts';

/** All tracks of a person. */
export function geoPrivacy(database: Database): PersonalData {
  return {
    export: async (userId) => ({ tracks: await tracksOf(database, userId) }),
    erase: (tx, userId) => deleteTracksOf(tx, userId),
  };
}
