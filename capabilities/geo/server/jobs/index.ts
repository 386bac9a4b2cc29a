import type { WorkDoor } from '#platform/server/modules';
import type { GeoService } from '../geo.ts';
import { purgeTracksJob } from './definitions.ts';

/** Handlers of the module's jobs. */
export function work({ handle, service, platform }: WorkDoor<GeoService>): void {
  handle(purgeTracksJob, async ({ signal }) => {
    const readings = await service.purgeTracks(signal);
    if (readings > 0) platform.log.info({ readings }, 'Old positions were deleted.');
  });
}
