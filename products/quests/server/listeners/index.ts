import type { ListenDoor } from '#platform/server/modules';
import type { QuestsService } from '../quests.ts';
import { listenToPeople } from './people.listeners.ts';
import { listenToQuests } from './quest.listeners.ts';
import { listenToPayments } from './shop.listeners.ts';

/** Listeners of the module: one line for each room. */
export function listen(door: ListenDoor<QuestsService>): void {
  listenToQuests(door);
  listenToPayments(door);
  listenToPeople(door);
}
