export type { HealthCheck, HealthFinding, HealthStatus } from './types.ts';
