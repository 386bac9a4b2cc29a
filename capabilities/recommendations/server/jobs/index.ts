import type { WorkDoor } from '#platform/server/modules';
import type { RecommendationsEngine } from '../engine.ts';
import { rebuildModelsJob } from './definitions.ts';

/** Handlers of the module's jobs. */
export function work({ handle, service }: WorkDoor<RecommendationsEngine>): void {
  handle(rebuildModelsJob, async ({ data, signal }) => {
    if (data.collection === undefined) await service.sendBuilds();
    else await service.builds.rebuild(data.collection, signal);
  });
}
