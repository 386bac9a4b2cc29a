import type { ServeDoor } from '#platform/server/modules';
import type { ModerationService } from '../moderation.ts';
import { serveCases } from './cases.routes.ts';
import { serveSettings } from './settings.routes.ts';

/** Mounts the routes of moderation. */
export function serve(door: ServeDoor<ModerationService>): void {
  serveCases(door);
  serveSettings(door);
}
