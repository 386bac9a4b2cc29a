import { type Static, Type } from 'typebox';

/** Environment of the module. */
export const GeoConfig = Type.Object({
  GEO_TRACK_RETENTION_DAYS: Type.Number({
    default: 30,
    minimum: 0.01,
    maximum: 3_650,
    description: 'Readings of positions are deleted when older; they are personal data.',
  }),
  GEO_TRACK_MAX_SPEED: Type.Number({
    default: 100,
    minimum: 1,
    maximum: 1_000,
    description:
      'Metres per second above which a reading of a track is taken for a jump of the receiver and dropped.',
  }),
});

export type GeoConfig = Static<typeof GeoConfig>;
