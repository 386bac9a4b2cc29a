import type { WorkDoor } from '#platform/server/modules';
import type { QuestsService } from '../quests.ts';
import { workOnCatalogue } from './catalogue.jobs.ts';
import { workOnShopAndPlay } from './shop.jobs.ts';

/** Handlers of the module's jobs: one line for each room. */
export function work(door: WorkDoor<QuestsService>): void {
  workOnCatalogue(door);
  workOnShopAndPlay(door);
}
