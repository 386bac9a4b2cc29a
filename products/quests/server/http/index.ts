import type { ServeDoor } from '#platform/server/modules';
import type { QuestsService } from '../quests.ts';

/** Mounts the routes of every room: one line for each. */
export function serve(_door: ServeDoor<QuestsService>): void {}
