import type { HealthCheck } from '#platform/server/health';
import type { Scanner } from './checking/scanner.ts';

/** Degraded while the malware scanner is away: uploads wait, files that exist are served. */
export function scannerHealth(scanner: Scanner): HealthCheck {
  return {
    name: 'clamav',
    critical: false,
    async check() {
      try {
        await scanner.ping();
        return { status: 'healthy' };
      } catch {
        return { status: 'degraded', detail: 'The malware scanner does not answer: no file is published.' };
      }
    },
  };
}
