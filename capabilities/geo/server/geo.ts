import type { PersonalData } from '#platform/server/privacy';
import { judgeCheckIn } from './check-in/check-in.rules.ts';
import { shapeContains } from './fences/shape.rules.ts';
import type { Geo } from './index.ts';
import { createPlaces } from './places/places.ts';
import { geoPrivacy } from './privacy.ts';
import { createTracks, type Tracks, type TracksContext } from './tracks/tracks.ts';

/** The service as its own doors see it; other modules see `Geo`. */
export interface GeoService extends Geo {
  readonly personalData: PersonalData;
  readonly purgeTracks: Tracks['purge'];
}

export function createGeo(context: TracksContext): GeoService {
  const { purge, ...tracks } = createTracks(context);
  return {
    checkIn: judgeCheckIn,
    contains: shapeContains,
    ...createPlaces(),
    ...tracks,
    purgeTracks: purge,
    personalData: geoPrivacy(context.database),
  };
}
