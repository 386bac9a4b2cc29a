import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem, RouteDefinition } from '#platform/contract';
import { startStream } from '../streams/first-item.ts';
import { encodeLines } from '../streams/ndjson.ts';
import { encodeEvents } from '../streams/sse.ts';
import type { ServerSentEvent } from '../types.ts';
import { sendBytes } from './send-bytes.ts';

export interface StreamContext {
  readonly heartbeatMs: number;
  readonly signalOf: () => AbortSignal;
  readonly problemOf: (error: unknown, request: FastifyRequest) => Problem;
}

/** Sends what a handler answered, in the form its route promised. */
export type Answering = (reply: FastifyReply, value: unknown, context: StreamContext) => unknown;

function isIterable<Item>(value: unknown): value is AsyncIterable<Item> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function iterableOf<Item>(value: unknown, name: string): AsyncIterable<Item> {
  if (!isIterable<Item>(value)) throw new TypeError(`The handler of ${name} must answer an async iterable.`);
  return value;
}

function textOf(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new TypeError(`The handler of ${name} must answer a string.`);
  return value;
}

/** A buffer of a few events: beyond it the source waits for the reader. */
const streamOptions = { objectMode: false, highWaterMark: 16_384 };

/** Chooses the way a route answers, once. */
export function answeringOf({ name, streams, reply: schema }: RouteDefinition, status: number): Answering {
  switch (streams) {
    case 'sse':
      return async (reply, value, context) => {
        const started = await startStream(iterableOf<ServerSentEvent>(value, name));
        reply.headers({
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-cache, no-transform',
          // Reverse proxies of the nginx family would hold events back.
          'x-accel-buffering': 'no',
        });
        const events = encodeEvents(started, {
          heartbeatMs: context.heartbeatMs,
          signal: context.signalOf(),
          problemOf: (error) => context.problemOf(error, reply.request),
        });
        return reply.code(status).send(Readable.from(events, streamOptions));
      };
    case 'ndjson':
      return async (reply, value) => {
        const started = await startStream(iterableOf(value, name));
        reply.header('content-type', 'application/x-ndjson; charset=utf-8');
        return reply.code(status).send(Readable.from(encodeLines(started), streamOptions));
      };
    case 'text':
      return (reply, value) => {
        if (reply.getHeader('content-type') === undefined) {
          reply.header('content-type', 'text/plain; charset=utf-8');
        }
        return reply.code(status).send(textOf(value, name));
      };
    case 'redirect':
      return (reply, value) => {
        reply.header('cache-control', 'no-store');
        return reply.redirect(textOf(value, name), status);
      };
    case 'bytes':
      return (reply, value) => sendBytes(reply, value, name);
    case undefined:
      if (schema === undefined) return (reply) => reply.code(status).send();
      return (reply, value) => reply.send(value);
    default:
      return streams satisfies never;
  }
}
