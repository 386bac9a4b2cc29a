import type { WorkDoor } from '#platform/server/modules';
import type { QuestsService } from '../quests.ts';
import { refreshPopularity } from './definitions.ts';

/** Work of the catalogue. */
export function workOnCatalogue({ handle, service, platform }: WorkDoor<QuestsService>): void {
  handle(refreshPopularity, async () => {
    const changed = await service.refreshPopularity();
    platform.log.info({ changed }, 'The popularity of quests was refreshed.');
  });
}
