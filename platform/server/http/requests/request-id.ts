import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const acceptable = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * Names requests: the caller's `X-Request-Id` when it is harmless in logs, else a new one. New ones are
 * a counter behind a random prefix of the process: unique without asking for randomness every time.
 */
export function createRequestIds(): (request: IncomingMessage) => string {
  const prefix = randomBytes(9).toString('base64url');
  let count = 0;
  return (request) => {
    const given = request.headers['x-request-id'];
    if (typeof given === 'string' && acceptable.test(given)) return given;
    count += 1;
    return `${prefix}.${count.toString(36)}`;
  };
}
