import { Type } from 'typebox';
import { defineRoute, Id, Instant } from '#platform/contract';
import { Count, EventName, SubjectId } from './fields.ts';

/** Events of one request at most. */
export const maxBatch = 50;

export const trackEvents = defineRoute({
  method: 'POST',
  path: '/analytics/events',
  name: 'analytics.track_events',
  summary: 'What a browser saw happen; only events that a funnel lets browsers send',
  access: 'public',
  body: Type.Object({
    /** A random id that the browser made up; nothing of it is kept for signed-in people. */
    visitor_id: Id,
    events: Type.Array(
      Type.Object({
        name: EventName,
        subject_id: SubjectId,
        /** Made by the browser: the same id counts once. */
        id: Id,
        /** Not in the future and at most a day ago; otherwise the nearest such moment counts. */
        at: Type.Optional(Instant),
      }),
      { minItems: 1, maxItems: maxBatch },
    ),
  }),
  reply: Type.Object({ accepted: Count }),
  status: 202,
  bodyLimit: 32 * 1024,
  refusals: ['analytics.event_not_accepted'],
  rateLimit: { max: 60, windowSeconds: 60 },
});
