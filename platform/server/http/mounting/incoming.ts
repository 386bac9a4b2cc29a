import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '#platform/server/telemetry';
import type { Caller } from '../caller.ts';
import type { LifeSignals } from '../lifecycle/life-signals.ts';
import { limitedStream } from '../requests/binary-body.ts';
import { type Locale, preferredLocale } from '../requests/locale.ts';
import { readCookie } from './cookies.ts';

export interface IncomingContext {
  readonly log: Log;
  readonly signals: LifeSignals;
  readonly streams: boolean;
  /** Bytes a binary body may have; undefined where the body is parsed. */
  readonly maxBytes: number | undefined;
}

/**
 * The request as handlers see it. A class, because one is made per request: getters on a prototype cost
 * nothing until somebody asks for the signal, the locale or the log.
 */
export class Incoming {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly caller: Caller | null;
  readonly #request: FastifyRequest;
  readonly #reply: FastifyReply;
  readonly #context: IncomingContext;
  #signal: AbortSignal | undefined;
  #log: Log | undefined;
  #stream: Readable | undefined;

  constructor(request: FastifyRequest, reply: FastifyReply, context: IncomingContext) {
    this.#request = request;
    this.#reply = reply;
    this.#context = context;
    this.params = request.params;
    this.query = request.query;
    this.body = request.body;
    this.caller = request.caller;
  }

  get address(): string {
    return this.#request.ip;
  }

  get requestId(): string {
    return this.#request.id;
  }

  get userAgent(): string {
    return (this.#request.headers['user-agent'] ?? '').slice(0, 512);
  }

  get locale(): Locale {
    return preferredLocale(this.#request.headers['accept-language']);
  }

  get signal(): AbortSignal {
    this.#signal ??= this.#context.signals.signalFor(this.#reply.raw, this.#context.streams);
    return this.#signal;
  }

  /** The bytes of a binary body; typed by the route, like the body. */
  get stream(): unknown {
    const { maxBytes } = this.#context;
    if (maxBytes === undefined) return undefined;
    this.#stream ??= limitedStream(this.#request, this.#reply, maxBytes);
    return this.#stream;
  }

  get log(): Log {
    this.#log ??= this.#context.log.child({ request_id: this.#request.id });
    return this.#log;
  }

  // Bound on demand, so that handlers may take them apart from the request.
  get cookie(): (name: string) => string | undefined {
    return (name) => readCookie(this.#request, name);
  }

  get header(): (name: string) => string | undefined {
    return (name) => {
      const value = this.#request.headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : value;
    };
  }
}
