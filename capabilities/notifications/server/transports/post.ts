/** An answer of an outside service that is up, whatever it says. */
export interface Answer {
  readonly status: number;
  /** From `Retry-After`, in seconds; null without one. */
  readonly retryAfterSeconds: number | null;
  readonly text: string;
}

/** The service is in trouble: this counts for its breaker. */
export class ServiceTrouble extends Error {
  override readonly name = 'ServiceTrouble';
  readonly status: number;
  readonly retryAfterSeconds: number | null;

  constructor(status: number, retryAfterSeconds: number | null) {
    super(`The service answered ${status}`);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Seconds of a `Retry-After` header: a number or a date. */
export function retryAfterOf(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1_000));
}

export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly now: Date;
}

const longestText = 4_000;

/**
 * Sends one POST. Follows no redirects: an allowed host must not lead elsewhere.
 * @throws ServiceTrouble for a 5xx; whatever `fetch` throws when there is no answer in time.
 */
export async function post({ url, headers, body, timeoutMs, signal, now }: PostRequest): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  const retryAfterSeconds = retryAfterOf(response.headers.get('retry-after'), now);
  const text = (await response.text()).slice(0, longestText);
  if (response.status >= 500) throw new ServiceTrouble(response.status, retryAfterSeconds);
  return { status: response.status, retryAfterSeconds, text };
}
