import type { ModuleContext } from '#platform/server/modules';
import type { PersonalData } from '#platform/server/privacy';
import { createRecommend } from './blend/recommend.ts';
import type { RecommendationsConfig } from './config.ts';
import type { Recommendations } from './index.ts';
import {
  eraseInteractions,
  exportInteractions,
  removeItems,
  saveInteraction,
  saveItem,
} from './items/item.store.ts';
import { rebuildModelsJob } from './jobs/definitions.ts';
import { type Builds, createBuilds } from './models/builds.ts';

/** The service as the module's own doors see it. */
export interface RecommendationsEngine extends Recommendations {
  readonly builds: Builds;
  readonly personalData: PersonalData;
  /** Sends a build for each collection, or for the one; answers how many were sent that did not wait already. */
  sendBuilds(collection?: string): Promise<number>;
}

export type RecommendationsContext = Pick<
  ModuleContext<Record<never, never>, RecommendationsConfig>,
  'database' | 'clock' | 'jobs' | 'config'
>;

export function createRecommendations(context: RecommendationsContext): RecommendationsEngine {
  const { database, clock, jobs, config } = context;
  const builds = createBuilds({ database, clock, config });
  return {
    ...createRecommend(clock),
    record: saveInteraction,
    put: saveItem,
    remove: removeItems,
    builds,
    personalData: {
      export: async (userId) => ({ interactions: await exportInteractions(database, userId) }),
      erase: eraseInteractions,
    },
    async sendBuilds(collection) {
      const wanted = collection === undefined ? await builds.collections() : [collection];
      return database.transaction(async (tx) => {
        let sent = 0;
        for (const one of wanted) {
          const id = await jobs.send(tx, rebuildModelsJob, { collection: one }, { singletonKey: one });
          if (id !== null) sent += 1;
        }
        return sent;
      });
    },
  };
}
