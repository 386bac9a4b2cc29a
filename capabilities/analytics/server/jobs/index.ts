import type { WorkDoor } from '#platform/server/modules';
import type { AnalyticsEngine } from '../engine.ts';
import { pruneJob, rollUpJob } from './definitions.ts';

/** Handlers of the module's jobs. */
export function work({ handle, service, platform }: WorkDoor<AnalyticsEngine>): void {
  handle(rollUpJob, async ({ data }) => {
    const events = await service.rollups.rollUp(data.day);
    platform.log.info({ events }, 'Events were rolled up.');
  });
  handle(pruneJob, async () => {
    const events = await service.rollups.prune();
    platform.log.info({ events }, 'Events past their retention were forgotten.');
  });
}
