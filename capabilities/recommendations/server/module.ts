import { defineRef } from '#base/ref';
import { defineModule } from '#platform/server/modules';
import { RecommendationsConfig } from './config.ts';
import { createRecommendations, type RecommendationsEngine } from './engine.ts';
import { recommendationsRef } from './index.ts';
import { rebuildModelsJob } from './jobs/definitions.ts';

/** What a person may like next. */
export const recommendationsModule = defineModule({
  name: 'recommendations',
  // The same name, seen from inside with what the module's own doors use.
  provides: defineRef<RecommendationsEngine>(recommendationsRef.id),
  config: RecommendationsConfig,
  permissions: { view_analytics: ['analyst', 'manager', 'admin'] },
  jobs: [rebuildModelsJob],
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createRecommendations,
  privacy: (engine) => engine.personalData,
  serve: () => import('./http/index.ts'),
  work: () => import('./jobs/index.ts'),
  commands: () => import('./commands/index.ts'),
});
