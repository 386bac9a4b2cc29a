import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#base/refusal';
import type { Problem } from '#platform/contract';
import type { Log } from '#platform/server/telemetry';
import { type ProblemAnswer, problemAnswer, problemContext, problemType } from './problem.ts';

function report(log: Log, request: FastifyRequest, error: unknown, answer: ProblemAnswer): void {
  request.problemCode = answer.problem.code;
  if (!answer.isBug) return;
  const stack = error instanceof Error ? error.stack : `not an error: ${typeof error}`;
  log.error({ request_id: request.id, route: request.routeOptions.url, stack }, 'unexpected error');
}

/** Describes (and, when it is a bug, logs) an error in the middle of a request. */
export function problemReporter(log: Log): (error: unknown, request: FastifyRequest) => Problem {
  return (error, request) => {
    const answer = problemAnswer(error, problemContext(request));
    report(log, request, error, answer);
    return answer.problem;
  };
}

/** Sends any error as problem+json. */
export function errorSender(
  log: Log,
): (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  return (error, request, reply) => {
    const answer = problemAnswer(error, problemContext(request));
    report(log, request, error, answer);
    // Headers of the answer that failed do not belong to the problem.
    for (const name of ['content-type', 'content-length', 'etag', 'cache-control', 'content-encoding']) {
      reply.removeHeader(name);
    }
    reply.code(answer.status).headers(answer.headers).header('content-type', problemType);
    return reply.send(JSON.stringify(answer.problem));
  };
}

export function unknownPath(): Refusal {
  return new Refusal('not_found', 'http.unknown_path', 'There is nothing at this path.');
}

/** Every error and every unknown path of the server answers in one format. */
export function handleErrors(
  fastify: FastifyInstance,
  log: Log,
  beforeNotFound: (request: FastifyRequest, reply: FastifyReply) => void | Promise<void>,
): void {
  fastify.setErrorHandler(errorSender(log));
  fastify.setNotFoundHandler(async (request, reply) => {
    await beforeNotFound(request, reply);
    throw unknownPath();
  });
}
