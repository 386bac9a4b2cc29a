/** What the double does with one chat request. */
export type Turn =
  /** Answers, word by word when streaming. */
  | { readonly kind: 'say'; readonly text: string; readonly reason?: 'stop' | 'length' }
  /** Calls a tool, after saying something if given. */
  | { readonly kind: 'call'; readonly name: string; readonly input: unknown; readonly text?: string }
  /** Answers with a status, for example 401, 429 (with `retryAfter` seconds) or 500. */
  | { readonly kind: 'fail'; readonly status: number; readonly retryAfter?: number; readonly code?: string }
  /** Says nothing for a while, then answers. */
  | { readonly kind: 'slow'; readonly ms: number; readonly text: string }
  /** Says something, then drops the connection. */
  | { readonly kind: 'cut_off'; readonly text: string }
  /** Says something and ends the stream politely without saying why. */
  | { readonly kind: 'no_finish'; readonly text: string }
  /** Says something if given, then sends what is no JSON. */
  | { readonly kind: 'malformed'; readonly text?: string }
  /** Says something if given, then nothing more until the client goes away. */
  | { readonly kind: 'hang'; readonly text?: string }
  /** Refuses for its content policy. */
  | { readonly kind: 'filter' };

/** A request as it arrived. */
export interface RecordedRequest {
  readonly path: string;
  readonly body: unknown;
}
