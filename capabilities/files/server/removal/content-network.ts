import { type CircuitBreaker, withTimeout } from '#platform/server/resilience';
import type { FilesConfig } from '../config.ts';

/** Takes addresses out of the content network; throws when it does not obey, to be tried again. */
export type PurgeAddresses = (urls: readonly string[], signal: AbortSignal) => Promise<void>;

const cloudflareApi = 'https://api.cloudflare.com/client/v4';
/** Cloudflare takes 30 addresses a call. */
const addressesAtOnce = 30;
const timeoutMs = 15_000;

interface Call {
  readonly url: string;
  readonly body: (urls: readonly string[]) => object;
}

function callOf(config: FilesConfig): Call | undefined {
  const { CDN_PURGE, CDN_PURGE_URL, CDN_PURGE_ZONE } = config;
  switch (CDN_PURGE) {
    case 'none':
      return undefined;
    case 'cloudflare': {
      const root = (CDN_PURGE_URL ?? cloudflareApi).replace(/\/+$/, '');
      const zone = encodeURIComponent(CDN_PURGE_ZONE ?? '');
      return { url: `${root}/zones/${zone}/purge_cache`, body: (files) => ({ files }) };
    }
    case 'webhook':
      return { url: CDN_PURGE_URL ?? '', body: (urls) => ({ urls }) };
    default:
      return CDN_PURGE satisfies never;
  }
}

/** What is missing in the settings of the purge, in a sentence. */
export function purgeFault({ CDN_PURGE, CDN_PURGE_ZONE, CDN_PURGE_TOKEN, CDN_PURGE_URL }: FilesConfig) {
  if (CDN_PURGE === 'cloudflare' && (CDN_PURGE_ZONE === undefined || CDN_PURGE_TOKEN === undefined))
    return 'CDN_PURGE=cloudflare needs CDN_PURGE_ZONE and CDN_PURGE_TOKEN.';
  if (CDN_PURGE === 'webhook' && CDN_PURGE_URL === undefined) return 'CDN_PURGE=webhook needs CDN_PURGE_URL.';
  return undefined;
}

async function isDone(response: Response): Promise<boolean> {
  if (!response.ok) return false;
  const answer: unknown = await response.json().catch(() => undefined);
  // Cloudflare says no with 200 and `success: false` too.
  return !(typeof answer === 'object' && answer !== null && 'success' in answer && answer.success === false);
}

export function createPurge(config: FilesConfig, breaker: () => CircuitBreaker): PurgeAddresses {
  const call = callOf(config);
  const token = config.CDN_PURGE_TOKEN;
  return async (urls, signal) => {
    if (call === undefined) return;
    for (let at = 0; at < urls.length; at += addressesAtOnce) {
      const body = JSON.stringify(call.body(urls.slice(at, at + addressesAtOnce)));
      const headers = {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      };
      await breaker().execute(() =>
        withTimeout(
          async (inner) => {
            const response = await fetch(call.url, { method: 'POST', headers, body, signal: inner });
            if (!(await isDone(response)))
              throw new Error(`The content network answered ${response.status}.`);
          },
          timeoutMs,
          signal,
        ),
      );
    }
  };
}
