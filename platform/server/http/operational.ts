import type { Registry } from 'prom-client';
import type { Health } from '#platform/server/health';
import { readHealth, readLiveness, readMetrics, readOpenapi, readReadiness } from './operational.routes.ts';
import type { Mount } from './types.ts';

export interface OperationalOptions {
  readonly health: Health;
  readonly metrics: Registry;
  readonly openapi: () => object;
}

/** What operators and their tools ask a process. */
export function mountOperational(mount: Mount, { health, metrics, openapi }: OperationalOptions): void {
  mount(readHealth, async (_request, reply) => {
    const report = await health.report();
    reply.header('cache-control', 'no-store');
    if (report.status === 'unhealthy') reply.status(503);
    return report;
  });

  mount(readLiveness, (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'alive' as const };
  });

  mount(readReadiness, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    const phase = health.phase();
    const isUnhealthy = phase === 'ready' && (await health.report()).status === 'unhealthy';
    const status = isUnhealthy ? ('unhealthy' as const) : phase;
    if (status !== 'ready') reply.status(503);
    return { status };
  });

  mount(readMetrics, async (_request, reply) => {
    reply.header('content-type', metrics.contentType);
    return metrics.metrics();
  });

  let text: string | undefined;
  mount(readOpenapi, (_request, reply) => {
    text ??= JSON.stringify(openapi());
    reply.header('content-type', 'application/json; charset=utf-8');
    return text;
  });
}
