import type { ListenDoor } from '#platform/server/modules';
import type { QuestsService } from '../quests.ts';
import { listenToQuests } from './quest.listeners.ts';

/** Listeners of the module: one line for each room. */
export function listen(door: ListenDoor<QuestsService>): void {
  listenToQuests(door);
}
