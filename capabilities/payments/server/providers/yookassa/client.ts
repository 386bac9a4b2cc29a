import type { Breakers } from '#platform/server/resilience';
import type { Log } from '#platform/server/telemetry';
import { type OutsideOptions, providerUnavailable, ResultUnknown, untilKnown } from '../outside.ts';
import { ProviderRefused } from '../provider.ts';

export interface YooKassaOptions {
  readonly shopId: string;
  readonly secretKey: string;
  readonly apiUrl: string;
  readonly publicUrl: string;
  readonly timeoutMs: number;
  readonly retryMs: number;
  readonly breakers: Breakers;
  readonly log: Log;
}

/** The transport of YooKassa API v3. Answers the parsed object; undefined for a 404 of a GET. */
export interface YooKassaClient {
  get(path: string): Promise<unknown>;
  post(path: string, key: string, body: object): Promise<unknown>;
}

const attempts = 4;

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function createYooKassaClient(options: YooKassaOptions): YooKassaClient {
  const { shopId, secretKey, apiUrl, timeoutMs, retryMs, breakers, log } = options;
  const authorization = `Basic ${Buffer.from(`${shopId}:${secretKey}`).toString('base64')}`;
  const breaker = breakers.breaker('yookassa', { isFailure: (error) => error instanceof ResultUnknown });
  const outside: OutsideOptions = { provider: 'yookassa', breaker, attempts, firstDelayMs: retryMs };

  async function once(method: 'GET' | 'POST', path: string, init: RequestInit): Promise<unknown> {
    let response: Response;
    let body: unknown;
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      response = await fetch(`${apiUrl}${path}`, { ...init, method, signal, redirect: 'error' });
      const text = await response.text();
      body = text === '' ? {} : JSON.parse(text);
    } catch (cause) {
      throw new ResultUnknown(`YooKassa did not answer ${method}.`, { cause });
    }
    const { status } = response;
    if (status === 200) return body;
    // 202: an older sign of work under way; 429 and 5xx: nobody knows. All want the same key again.
    if (status === 202 || status === 429 || status >= 500)
      throw new ResultUnknown(`YooKassa answered ${status}.`);
    if (status === 401 || status === 403) {
      log.error({ status }, 'YooKassa does not accept our keys');
      throw providerUnavailable('yookassa', 60);
    }
    if (status === 404 && method === 'GET') return undefined;
    if (field(body, 'parameter') === 'Idempotence-Key') {
      throw new ProviderRefused('idempotence_key_duplicated');
    }
    log.warn(
      { status, refusal: field(body, 'code'), parameter: field(body, 'parameter') },
      'YooKassa refused',
    );
    throw new ProviderRefused(String(field(body, 'code') ?? 'invalid_request'));
  }

  return {
    get: (path) => untilKnown(outside, () => once('GET', path, { headers: { authorization } })),
    post: (path, key, body) => {
      const headers = { authorization, 'content-type': 'application/json', 'idempotence-key': key };
      return untilKnown(outside, () => once('POST', path, { headers, body: JSON.stringify(body) }));
    },
  };
}
