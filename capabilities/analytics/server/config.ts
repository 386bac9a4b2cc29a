import { type Static, Type } from 'typebox';

/** Settings of analytics. */
export const AnalyticsConfig = Type.Object({
  ANALYTICS_RETENTION_DAYS: Type.Integer({
    default: 90,
    minimum: 7,
    maximum: 730,
    description: 'Days that single events are kept; daily counts stay.',
  }),
});

export type AnalyticsConfig = Static<typeof AnalyticsConfig>;
