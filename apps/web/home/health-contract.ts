import { defineRoute, HealthReport } from '#platform/contract';

/** `GET /health` as the platform serves it. */
export const getHealth = defineRoute({
  method: 'GET',
  path: '/health',
  name: 'platform.health',
  summary: 'State of the system and its parts',
  access: 'public',
  reply: HealthReport,
});
