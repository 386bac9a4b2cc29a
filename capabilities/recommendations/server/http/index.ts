import { Refusal } from '#base/refusal';
import type { ServeDoor } from '#platform/server/modules';
import { listModels, rebuildModels } from '../../contract/index.ts';
import type { RecommendationsEngine } from '../engine.ts';

/** Mounts the routes of recommendations, all for operators. */
export function serve({ mount, service }: ServeDoor<RecommendationsEngine>): void {
  mount(listModels, async () => ({
    items: (await service.builds.models()).map(({ started_at, finished_at, ...model }) => ({
      ...model,
      started_at: started_at.toISOString(),
      finished_at: finished_at?.toISOString() ?? null,
    })),
  }));

  mount(rebuildModels, async ({ body: { collection } }) => {
    if (collection !== undefined && !(await service.builds.collections()).includes(collection))
      throw new Refusal(
        'not_found',
        'recommendations.collection_not_found',
        'Nobody has liked anything in a collection of this name.',
      );
    return { sent: await service.sendBuilds(collection) };
  });
}
