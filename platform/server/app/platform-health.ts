import { access, constants, statfs } from 'node:fs/promises';
import { type Database, sql } from '../database/index.ts';
import type { HealthCheck } from '../health/index.ts';

const leastFreeShare = 0.02;

/** The database answers. */
export function databaseHealth(database: Database): HealthCheck {
  return {
    name: 'database',
    critical: true,
    async check() {
      try {
        await database.row(sql`SELECT 1 AS one`);
        return { status: 'healthy' };
      } catch {
        return { status: 'unhealthy', detail: 'The database does not answer.' };
      }
    },
  };
}

/** The data directory can be written and is not full. */
export function diskHealth(directory: string): HealthCheck {
  return {
    name: 'disk',
    critical: false,
    async check() {
      try {
        await access(directory, constants.W_OK);
        const { bavail, blocks } = await statfs(directory);
        return bavail / blocks < leastFreeShare
          ? { status: 'degraded', detail: 'The disk is nearly full.' }
          : { status: 'healthy' };
      } catch {
        return { status: 'degraded', detail: 'The data directory cannot be written.' };
      }
    },
  };
}
