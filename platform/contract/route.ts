import type { Static, TSchema } from 'typebox';
import type { Permission } from './permissions.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call a route.
 * - `public`: anybody; the handler may still learn who calls.
 * - `signed-in`: any authenticated person.
 * - `{ permission }`: a person whose roles grant it at this moment.
 * - `operator`: loopback address, the metrics token, or a person holding `view_metrics`.
 */
export type Access = 'public' | 'signed-in' | 'operator' | { readonly permission: Permission };

/** How many requests one caller may send to a route within a window. */
export interface RateLimit {
  readonly max: number;
  readonly windowSeconds: number;
  /** `caller` (default): the person, else the address. `address`: always the address (IPv6 by /64). */
  readonly by?: 'caller' | 'address';
}

/** What a route is, for server, web, documentation and tests alike. Field names in schemas are wire names (snake_case). */
export interface RouteDefinition {
  readonly method: HttpMethod;
  /** Fastify form: `/memory/nodes/:id`. */
  readonly path: string;
  /** Stable name for OpenAPI and logs, `module.verb_noun`. */
  readonly name: string;
  readonly summary: string;
  readonly access: Access;
  /** The API key scope that opens this route. Without it API keys are refused here. */
  readonly scope?: string;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly reply?: TSchema;
  /** Success status: 200, or 204 when there is no reply schema. */
  readonly status?: 200 | 201 | 202 | 204 | 302;
  /** Answers that are no JSON: `sse` (text/event-stream), `ndjson`, `text`, `redirect` or `bytes` of any type. */
  readonly streams?: 'sse' | 'ndjson' | 'text' | 'redirect' | 'bytes';
  /** Content types of the request body besides JSON, read as text (for example `application/x-ndjson`). */
  readonly textBody?: boolean;
  /**
   * The body is bytes of any content type, read by the handler from `request.stream`. More than `maxBytes` is 413:
   * at once when `Content-Length` says so, else in the middle of the stream.
   */
  readonly binaryBody?: { readonly maxBytes: number };
  /** Accepts `Idempotency-Key`; true by default for POST routes answering 201. */
  readonly idempotent?: boolean;
  /** The reply carries secrets (tokens, keys, recovery codes): never stored for `Idempotency-Key`, never compressed. */
  readonly secretReply?: true;
  readonly refusals?: readonly string[];
  readonly rateLimit?: RateLimit;
  /** In bytes; the platform's default is 256 KiB. */
  readonly bodyLimit?: number;
  readonly deprecated?: { readonly since: string; readonly sunset?: string; readonly successor: string };
}

type SchemaOf<Route, Part extends string> = Part extends keyof Route
  ? Route[Part] extends TSchema
    ? Static<Route[Part]>
    : undefined
  : undefined;

export type ParamsOf<Route> = SchemaOf<Route, 'params'>;
export type QueryOf<Route> = SchemaOf<Route, 'query'>;
export type BodyOf<Route> = SchemaOf<Route, 'body'>;
export type ReplyOf<Route> = SchemaOf<Route, 'reply'>;

/** Describes a route once; the compiler keeps its literal types for both sides of the wire. */
export function defineRoute<const Route extends RouteDefinition>(route: Route): Route {
  return route;
}
