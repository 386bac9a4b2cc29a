import type { ServeDoor } from '#platform/server/modules';
import type { NotificationsService } from '../service.ts';
import { serveInbox } from './inbox.routes.ts';
import { serveDevices, servePreferences } from './settings.routes.ts';

/** Mounts the routes of the inbox, its devices and preferences. */
export function serve(door: ServeDoor<NotificationsService>): void {
  serveInbox(door);
  serveDevices(door);
  servePreferences(door);
}
