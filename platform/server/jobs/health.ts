import type { Database } from '../database/index.ts';
import type { HealthCheck } from '../health/index.ts';
import { readFigures } from './figures.ts';

const longWaitSeconds = 10 * 60;

/** Ill when the queue cannot be read or jobs wait far longer than they should. */
export function createHealth(database: Database, fault: () => Error | undefined): HealthCheck {
  return {
    name: 'jobs',
    critical: false,
    async check() {
      if (fault() !== undefined) return { status: 'unhealthy', detail: 'The job queue cannot be read.' };
      const figures = await readFigures(database);
      const late = figures.filter((queue) => queue.oldestDueSeconds > longWaitSeconds);
      if (late.length === 0) return { status: 'healthy' };
      const names = late.map((queue) => queue.queue).join(', ');
      return { status: 'degraded', detail: `Jobs wait for more than ten minutes in ${names}.` };
    },
  };
}
