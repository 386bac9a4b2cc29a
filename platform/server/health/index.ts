export { createHealth, type Health, type HealthOptions, type LifePhase } from './health.ts';
export type { HealthCheck, HealthFinding, HealthStatus } from './types.ts';
