import { type Static, Type } from 'typebox';

export const HealthStatus = Type.Enum(['healthy', 'degraded', 'unhealthy']);

export type HealthStatus = Static<typeof HealthStatus>;

/** One part of the system and how long looking at it took. */
export const HealthComponent = Type.Object({
  name: Type.String(),
  status: HealthStatus,
  latency_ms: Type.Number({ minimum: 0, description: 'Measured by the check itself, in milliseconds.' }),
  detail: Type.Optional(Type.String()),
});

export type HealthComponent = Static<typeof HealthComponent>;

/** The answer of `GET /health`. */
export const HealthReport = Type.Object({
  status: HealthStatus,
  version: Type.String(),
  uptime_seconds: Type.Integer({ minimum: 0 }),
  components: Type.Array(HealthComponent),
  breakers: Type.Array(
    Type.Object({
      name: Type.String(),
      state: Type.Enum(['closed', 'open', 'half_open']),
      failure_count: Type.Integer({ minimum: 0 }),
      success_count: Type.Integer({ minimum: 0 }),
    }),
  ),
});

export type HealthReport = Static<typeof HealthReport>;
