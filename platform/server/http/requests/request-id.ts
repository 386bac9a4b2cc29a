import type { IncomingMessage } from 'node:http';
import { newId } from '#base/ids';

const acceptable = /^[A-Za-z0-9._-]{1,64}$/;

/** The caller's `X-Request-Id` when it is harmless in logs, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && acceptable.test(given) ? given : newId();
}
