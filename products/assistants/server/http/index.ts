import type { ServeDoor } from '#platform/server/modules';
import type { AssistantsService } from '../assistants.ts';
import { mountRoles } from './roles.routes.ts';

/** Mounts the routes of every room: one line for each. */
export function serve(door: ServeDoor<AssistantsService>): void {
  mountRoles(door);
}
