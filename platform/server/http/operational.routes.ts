import { Type } from 'typebox';
import { defineRoute, HealthReport } from '#platform/contract';

export const readHealth = defineRoute({
  method: 'GET',
  path: '/health',
  name: 'platform.read_health',
  summary: 'Condition of the process and of everything it depends on; 503 when unhealthy',
  access: 'public',
  reply: HealthReport,
});

export const readLiveness = defineRoute({
  method: 'GET',
  path: '/health/live',
  name: 'platform.read_liveness',
  summary: 'Whether the process runs',
  access: 'public',
  reply: Type.Object({ status: Type.Literal('alive') }),
});

export const readReadiness = defineRoute({
  method: 'GET',
  path: '/health/ready',
  name: 'platform.read_readiness',
  summary: 'Whether the process should get traffic; 503 while starting, stopping or unhealthy',
  access: 'public',
  reply: Type.Object({ status: Type.Enum(['ready', 'starting', 'stopping', 'unhealthy']) }),
});

export const readMetrics = defineRoute({
  method: 'GET',
  path: '/metrics',
  name: 'platform.read_metrics',
  summary: 'Metrics in the Prometheus text format',
  access: 'operator',
  streams: 'text',
});

export const readOpenapi = defineRoute({
  method: 'GET',
  path: '/openapi.json',
  name: 'platform.read_openapi',
  summary: 'This description of the API',
  access: 'public',
  streams: 'text',
});
