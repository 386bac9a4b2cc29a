import type { LlmErrorKind } from '../chat/events.ts';
import type { ProviderFailure } from './failure.ts';

/** Whether a failure says that the provider is ill, as opposed to this one request being refused. */
export function countsAgainstProvider(kind: LlmErrorKind): boolean {
  switch (kind) {
    case 'auth':
    case 'rate_limit':
    case 'timeout':
    case 'server':
    case 'cut_off':
      return true;
    case 'bad_request':
    case 'content_filter':
    case 'circuit_open':
      return false;
    default: {
      const unknown: never = kind;
      return unknown;
    }
  }
}

/** How long to wait before asking the same model once more; undefined: not worth it. */
export function retryDelayMs(failure: ProviderFailure): number | undefined {
  if (failure.kind === 'rate_limit') {
    const wait = failure.retryAfterMs ?? 500;
    return wait <= 2_000 ? wait : undefined;
  }
  return failure.kind === 'server' ? 200 : undefined;
}
