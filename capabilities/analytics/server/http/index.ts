import type { ServeDoor } from '#platform/server/modules';
import type { AnalyticsEngine } from '../engine.ts';
import { serveMine } from './mine.routes.ts';
import { serveOperators } from './operators.routes.ts';
import { serveTracking } from './tracking.routes.ts';

/** Mounts the routes of analytics. */
export function serve(door: ServeDoor<AnalyticsEngine>): void {
  serveTracking(door);
  serveOperators(door);
  serveMine(door);
}
