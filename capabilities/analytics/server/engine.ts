import { newId } from '#base/ids';
import type { ModuleContext } from '#platform/server/modules';
import type { PersonalData } from '#platform/server/privacy';
import type { AnalyticsConfig } from './config.ts';
import { exportEvents, unlinkPerson } from './events/event.store.ts';
import { createTracking, type Tracking } from './events/tracking.ts';
import { createFunnels } from './funnels.ts';
import { type Analytics, funnelsPoint } from './index.ts';
import { createReports, type Reports } from './reports/reports.ts';
import { createRollups, type Rollups } from './rollups/rollups.ts';

/** The service as the module's own doors see it. */
export interface AnalyticsEngine extends Analytics {
  readonly reports: Reports;
  readonly rollups: Rollups;
  readonly trackBatch: Tracking['trackBatch'];
  readonly personalData: PersonalData;
  prepare(): Promise<void>;
}

export type AnalyticsContext = Pick<
  ModuleContext<Record<never, never>, AnalyticsConfig>,
  'database' | 'clock' | 'filled' | 'config'
>;

export function createAnalytics({ database, clock, filled, config }: AnalyticsContext): AnalyticsEngine {
  const funnels = createFunnels(database, () => filled(funnelsPoint));
  const { track, trackBatch } = createTracking(database, clock, funnels);
  const reports = createReports(database, clock, funnels);
  return {
    track,
    trackBatch,
    reports,
    popular: reports.popular,
    rollups: createRollups({ database, clock, funnels, retentionDays: config.ANALYTICS_RETENTION_DAYS }),
    prepare: funnels.prepare,
    personalData: {
      export: async (userId) => ({ events: await exportEvents(database, userId) }),
      erase: (tx, userId) => unlinkPerson(tx, userId, newId()),
    },
  };
}
