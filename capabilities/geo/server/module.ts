import { defineRef } from '#base/ref';
import { defineModule } from '#platform/server/modules';
import { GeoConfig } from './config.ts';
import { createGeo, type GeoService } from './geo.ts';
import { geoRef } from './index.ts';
import { purgeTracksJob } from './jobs/definitions.ts';

/** Places, check-ins, fences and tracks. */
export const geoModule = defineModule({
  name: 'geo',
  provides: defineRef<GeoService>(geoRef.id),
  config: GeoConfig,
  jobs: [purgeTracksJob],
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createGeo,
  privacy: (geo) => geo.personalData,
  work: () => import('./jobs/index.ts'),
});
