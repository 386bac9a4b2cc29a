import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '#platform/contract';

type Nothing = Record<never, never>;

/** Query fields may be given as `undefined` to leave them out. */
type Loose<Query> = [Query] extends [undefined]
  ? undefined
  : { [Name in keyof Query]: Query[Name] | undefined };

type Field<Name extends string, Value> = [Value] extends [undefined]
  ? Nothing
  : Nothing extends Value
    ? { readonly [Key in Name]?: Value }
    : null extends Value
      ? { readonly [Key in Name]?: Value }
      : { readonly [Key in Name]: Value };

type WireBodyOf<Route> = Route extends { readonly textBody: true }
  ? string
  : Route extends { readonly binaryBody: object }
    ? Blob
    : BodyOf<Route>;

/** What a route takes: `params`, `query` and `body`, each required only when its schema requires something. */
export type CallInput<Route> = Field<'params', ParamsOf<Route>> &
  Field<'query', Loose<QueryOf<Route>>> &
  Field<'body', WireBodyOf<Route>>;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Sent as `Idempotency-Key`. Routes that accept one get a fresh key by themselves. */
  readonly idempotencyKey?: string;
  /** Told how many bytes of the body have gone out, of how many; for uploads. */
  readonly onProgress?: (sent: number, total: number) => void;
}

/** The arguments after the route: optional when the route requires nothing. */
export type CallArguments<Route> =
  Nothing extends CallInput<Route>
    ? [input?: CallInput<Route> & CallOptions]
    : [input: CallInput<Route> & CallOptions];

/** What a call answers: the reply, text for text streams, a blob for bytes, nothing where the route has no reply. */
export type ResultOf<Route> = Route extends { readonly streams: 'text' | 'ndjson' }
  ? string
  : Route extends { readonly streams: 'bytes' }
    ? Blob
    : Route extends { readonly reply: unknown }
      ? ReplyOf<Route>
      : undefined;

/** The same input with its types forgotten, as the wire layer reads it. */
export interface RawInput extends CallOptions {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}
