import type { ServeDoor } from '#platform/server/modules';
import { trackEvents } from '../../contract/index.ts';
import type { AnalyticsEngine } from '../engine.ts';

/** What browsers report. */
export function serveTracking({ mount, service }: ServeDoor<AnalyticsEngine>): void {
  mount(trackEvents, async ({ body, caller }) => ({
    accepted: await service.trackBatch({
      visitorId: body.visitor_id,
      userId: caller?.userId ?? null,
      events: body.events.map(({ subject_id: subjectId, ...event }) => ({ ...event, subjectId })),
    }),
  }));
}
