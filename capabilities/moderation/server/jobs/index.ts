import type { WorkDoor } from '#platform/server/modules';
import type { ModerationService } from '../moderation.ts';
import { purgeTraces } from './definitions.ts';

/** Handlers of the module's jobs. */
export function work({ handle, service, platform }: WorkDoor<ModerationService>): void {
  handle(purgeTraces, async () => {
    const count = await service.purgeTraces();
    platform.log.info({ count }, 'Old traces of moderation were deleted.');
  });
}
