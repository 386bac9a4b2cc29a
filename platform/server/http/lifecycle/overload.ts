import type { FastifyReply, FastifyRequest } from 'fastify';
import { MalformedRequestError } from '../problems/malformed-request.ts';

/** Delays of the event loop are measured by the second: what was measured before this has the start in it. */
const startIsOverMs = 2_000;

export interface Overload {
  /** The doors are open from now on. */
  opened(): void;
  /** Called for a request while a limit is passed; lets it in by answering, and turns it away by throwing. */
  judge(request: FastifyRequest, reply: FastifyReply, limit: string, value?: number): Promise<void>;
}

/**
 * Turns people away from a process that is short of breath. A delay that could not be measured is none, and a start
 * that kept the event loop busy is no reason to refuse those who come first.
 */
export function createOverload(now: () => number = () => performance.now()): Overload {
  let openedAt = Number.NEGATIVE_INFINITY;
  return {
    opened() {
      openedAt = now();
    },
    async judge(_request, reply, limit, value) {
      const isDelay = limit === 'eventLoopDelay';
      // The plugin's word for an interval without a single measurement.
      if (isDelay && (value === Number.POSITIVE_INFINITY || now() - openedAt < startIsOverMs)) return;
      reply.header('retry-after', '5');
      throw new MalformedRequestError(503, 'http.overloaded', 'The server is overloaded at the moment.');
    },
  };
}
