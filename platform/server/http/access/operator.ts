import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Credentials } from '../caller.ts';

const loopback = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i;
const loopbackHost = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d+)?$/i;

/**
 * Tells whether the request comes from this machine itself. The socket decides, never a header; a
 * forwarding header means that a proxy on this machine speaks for somebody else, and a foreign Host
 * means a browser page whose name was rebound to loopback.
 */
export function isLocal(request: FastifyRequest): boolean {
  const { headers } = request;
  if (headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined) return false;
  if (headers['x-real-ip'] !== undefined) return false;
  return loopback.test(request.raw.socket.remoteAddress ?? '') && loopbackHost.test(headers.host ?? '');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Compares a bearer token with the metrics token in constant time. */
export function holdsMetricsToken(
  credentials: Credentials | undefined,
  metricsToken: string | undefined,
): boolean {
  if (metricsToken === undefined || credentials?.kind !== 'bearer') return false;
  return timingSafeEqual(digest(credentials.token), digest(metricsToken));
}
