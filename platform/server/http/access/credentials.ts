import type { FastifyRequest } from 'fastify';
import type { Credentials } from '../caller.ts';

/** The credentials a request carries in its headers; a bearer token wins over an API key. */
export function credentialsOf(request: FastifyRequest): Credentials | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined && authorization.slice(0, 7).toLowerCase() === 'bearer ') {
    return { kind: 'bearer', token: authorization.slice(7).trim() };
  }
  const key = request.headers['x-api-key'];
  return typeof key === 'string' && key !== '' ? { kind: 'api-key', key } : undefined;
}
