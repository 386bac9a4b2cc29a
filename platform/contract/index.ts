export { defineEvent, type EventDefinition, type PayloadOf } from './event.ts';
export { HealthComponent, HealthReport, HealthStatus } from './health.ts';
export { type Permission, permissions, type SeededRole, seededRoles } from './permissions.ts';
export { Problem } from './problem.ts';
export {
  type Access,
  type BodyOf,
  defineRoute,
  type HttpMethod,
  type ParamsOf,
  type QueryOf,
  type RateLimit,
  type ReplyOf,
  type RouteDefinition,
} from './route.ts';
export { Id, IdParams, Instant, Nullable, PageOf, pageQuery } from './schemas.ts';
