import type { Readable } from 'node:stream';
import type { BodyOf, ParamsOf, QueryOf, ReplyOf, RouteDefinition } from '#platform/contract';
import type { Log } from '../telemetry/types.ts';
import type { Caller } from './caller.ts';

type CallerOf<Route> = Route extends { readonly access: 'public' | 'operator' } ? Caller | null : Caller;

/** A validated request. Nothing is parsed by hand behind this border. */
export interface RouteRequest<Route> {
  readonly params: ParamsOf<Route>;
  readonly query: QueryOf<Route>;
  readonly body: Route extends { readonly textBody: true } ? string : BodyOf<Route>;
  /** The bytes of a route with `binaryBody`; fails with a 413 beyond its limit. Read it at most once. */
  readonly stream: Route extends { readonly binaryBody: object } ? Readable : undefined;
  readonly caller: CallerOf<Route>;
  /** The client's address, taken from `X-Forwarded-For` only behind a trusted proxy. */
  readonly address: string;
  readonly requestId: string;
  readonly userAgent: string;
  /** The first language of Accept-Language that the product speaks. */
  readonly locale: 'ru' | 'en';
  /** Aborts when the client goes away or the process shuts down. */
  readonly signal: AbortSignal;
  readonly log: Log;
  cookie(name: string): string | undefined;
  header(name: string): string | undefined;
}

export interface CookieOptions {
  readonly path: string;
  readonly maxAgeSeconds: number;
  readonly sameSite: 'strict' | 'lax';
  /** `false` only for values that scripts must read (CSRF). */
  readonly httpOnly: boolean;
}

export interface ReplyControls {
  /** Secure is set by itself whenever PUBLIC_URL is https. */
  setCookie(name: string, value: string, options: CookieOptions): void;
  clearCookie(name: string, path: string): void;
  header(name: string, value: string): void;
  /** Answers with another status than the route's own (200 where 201 is usual, 503 of a probe). */
  status(status: number): void;
}

/** One server-sent event; `data` is written as JSON. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: unknown;
  readonly id?: string;
}

/** What a route that `streams: 'bytes'` answers. Cache and disposition headers are set on the reply. */
export interface BytesAnswer {
  /** Null where the status has no body (304). A stream is ended when the client goes away. */
  readonly body: Uint8Array | Readable | null;
  readonly contentType: string;
  /** Bytes in all, when the body is a stream of known length. */
  readonly size?: number;
}

type AnswerOf<Route> = Route extends { readonly streams: 'sse' }
  ? AsyncIterable<ServerSentEvent>
  : Route extends { readonly streams: 'ndjson' }
    ? AsyncIterable<unknown>
    : Route extends { readonly streams: 'text' | 'redirect' }
      ? string
      : Route extends { readonly streams: 'bytes' }
        ? BytesAnswer
        : Route extends { readonly reply: unknown }
          ? ReplyOf<Route>
          : // No reply schema: whatever the handler answers is not sent.
            unknown;

export type RouteHandler<Route> = (
  request: RouteRequest<Route>,
  reply: ReplyControls,
) => AnswerOf<Route> | Promise<AnswerOf<Route>>;

/** Mounts a contract's route with its handler. */
export type Mount = <const Route extends RouteDefinition>(route: Route, handler: RouteHandler<Route>) => void;
