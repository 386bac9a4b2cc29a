import { newId } from '#base/ids';
import type { Database, Tx } from '#platform/server/database';
import { type AnalyticsEngine, createAnalytics } from './engine.ts';
import type { FunnelDefinition, TrackedEvent } from './index.ts';

export const analyticsMigrations = [
  { module: 'analytics', directory: new URL('./db/migrations/', import.meta.url) },
];

const step = (event: string) => ({ event, label: { ru: event, en: event } });

/** A funnel as the product of quests would describe it. */
export const play: FunnelDefinition = {
  name: 'quests.play',
  label: { ru: 'Прохождение', en: 'Playing' },
  steps: [
    step('quests.viewed'),
    step('quests.started'),
    step('quests.point_finished'),
    step('quests.finished'),
  ],
  detail: 'quests.point_finished',
  popularity: { 'quests.viewed': 1, 'quests.started': 5, 'quests.finished': 10 },
  fromBrowser: ['quests.viewed'],
};

export interface AnalyticsFixture {
  readonly engine: AnalyticsEngine;
  setNow(now: Date): void;
  /** Tracks in a transaction of its own. */
  happened(event: Omit<TrackedEvent, 'userId'> & { readonly userId?: string | null }): Promise<void>;
}

export async function analyticsFixture(
  test: { readonly database: Database },
  start: Date,
): Promise<AnalyticsFixture> {
  let now = start;
  const engine = createAnalytics({
    database: test.database,
    clock: () => now,
    filled: () => [[play]] as never,
    config: { ANALYTICS_RETENTION_DAYS: 90 },
  });
  await engine.prepare();
  return {
    engine,
    setNow: (moment) => {
      now = moment;
    },
    happened: (event) =>
      test.database.transaction((tx: Tx) => engine.track(tx, { userId: newId(), ...event })),
  };
}
