import type { ServeDoor } from '#platform/server/modules';
import type { QuestsService } from '../quests.ts';
import { mountAuthoring } from './authoring.routes.ts';
import { mountCatalogue } from './catalogue.routes.ts';
import { mountDictionaries } from './dictionaries.routes.ts';

/** Mounts the routes of every room: one line for each. */
export function serve(door: ServeDoor<QuestsService>): void {
  mountDictionaries(door);
  mountCatalogue(door);
  mountAuthoring(door);
}
