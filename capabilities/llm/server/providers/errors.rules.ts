import { APICallError, InvalidResponseDataError, StreamProviderError } from 'ai';
import type { LlmErrorKind } from '../chat/events.ts';
import { ProviderFailure } from './failure.ts';

const maxRetryAfterMs = 3_600_000;

function kindOfStatus(status: number | undefined, body: string): LlmErrorKind {
  if (status === undefined) return 'server';
  if (status === 401 || status === 403) return 'auth';
  if (status === 408 || status === 504) return 'timeout';
  if (status === 429) return 'rate_limit';
  if (status >= 500) return 'server';
  // Gemini answers a wrong key with 400.
  if (/api[ _]key[ _](?:not valid|invalid)/i.test(body)) return 'auth';
  if (/content_filter|content_policy|safety/i.test(body)) return 'content_filter';
  return 'bad_request';
}

/** `Retry-After` in milliseconds: seconds or an HTTP date; undefined when absent or senseless. */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const trimmed = header.trim();
  const ms = /^\d+(?:\.\d+)?$/.test(trimmed)
    ? Number(trimmed) * 1_000
    : new Date(trimmed).getTime() - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), maxRetryAfterMs) : undefined;
}

/** Sorts whatever a provider threw into the few kinds the rest of the system knows. `started`: something was said already. */
export function classifyFailure(error: unknown, started: boolean, now: Date): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (APICallError.isInstance(error) && error.statusCode !== undefined && error.statusCode >= 400) {
    const kind = kindOfStatus(error.statusCode, error.responseBody ?? '');
    return new ProviderFailure(kind, retryAfterMs(error.responseHeaders?.['retry-after'], now));
  }
  if (StreamProviderError.isInstance(error)) return new ProviderFailure(kindOfStatus(error.statusCode, ''));
  if (error instanceof Error && error.name === 'TimeoutError') return new ProviderFailure('timeout');
  if (InvalidResponseDataError.isInstance(error) && /finish reason/.test(error.message)) {
    return new ProviderFailure('cut_off');
  }
  return new ProviderFailure(started ? 'cut_off' : 'server');
}
