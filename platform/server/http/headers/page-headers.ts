import type { FastifyInstance } from 'fastify';

/** Replaces the API's security headers by those of pages, on all routes of a scope. */
export function setPageHeaders(scope: FastifyInstance, headers: Readonly<Record<string, string>>): void {
  scope.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
