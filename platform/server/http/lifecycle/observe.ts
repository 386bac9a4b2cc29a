import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gauge, Histogram, type Registry } from 'prom-client';
import type { Log } from '#platform/server/telemetry';

/** nginx's number for "the client left before the answer". */
const clientLeft = 499;

function levelOf(status: number): 'info' | 'warn' {
  return status >= 500 ? 'warn' : 'info';
}

/** Counts, measures and logs a request from its first byte to its last. */
export type Observe = (request: FastifyRequest, reply: FastifyReply) => void;

/**
 * One log line and one measurement per request. The line holds the route's pattern, never the URL:
 * queries, bodies and tokens stay out of logs.
 */
export function createObserve(metrics: Registry, log: Log): Observe {
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [metrics],
  });
  let current = 0;
  new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests being answered at this moment.',
    registers: [metrics],
    // Asked when somebody looks, not told at every request.
    collect() {
      this.set(current);
    },
  });

  return (request, reply) => {
    const startedAt = performance.now();
    const { raw } = reply;
    current += 1;
    raw.once('close', () => {
      current -= 1;
      const seconds = (performance.now() - startedAt) / 1_000;
      const status = raw.writableEnded ? raw.statusCode : clientLeft;
      const route = request.routeOptions.url ?? 'unmatched';
      duration.observe({ method: request.method, route, status }, seconds);
      log[levelOf(status)](
        {
          method: request.method,
          route,
          status,
          duration_ms: Math.round(seconds * 100_000) / 100,
          request_id: request.id,
          user_id: request.caller?.userId,
          problem_code: request.problemCode,
        },
        'request',
      );
    });
  };
}
