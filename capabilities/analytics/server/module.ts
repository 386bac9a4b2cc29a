import { defineRef } from '#base/ref';
import { defineModule } from '#platform/server/modules';
import { AnalyticsConfig } from './config.ts';
import { type AnalyticsEngine, createAnalytics } from './engine.ts';
import { analyticsRef } from './index.ts';
import { pruneJob, rollUpJob } from './jobs/definitions.ts';

/** Counts without third parties. */
export const analyticsModule = defineModule({
  name: 'analytics',
  // The same name, seen from inside with what the module's own doors use.
  provides: defineRef<AnalyticsEngine>(analyticsRef.id),
  config: AnalyticsConfig,
  permissions: { view_analytics: ['analyst', 'manager', 'admin'] },
  jobs: [rollUpJob, pruneJob],
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createAnalytics,
  prepare: (engine) => engine.prepare(),
  privacy: (engine) => engine.personalData,
  serve: () => import('./http/index.ts'),
  work: () => import('./jobs/index.ts'),
});
