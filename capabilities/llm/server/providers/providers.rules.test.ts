import { APICallError, StreamProviderError } from 'ai';
import { describe, expect, it } from 'vitest';
import type { LlmConfig } from '../config.ts';
import { classifyFailure, retryAfterMs } from './errors.rules.ts';
import { ProviderFailure } from './failure.ts';
import { countsAgainstProvider, retryDelayMs } from './failure-policy.rules.ts';
import { planModels } from './models.rules.ts';

const limits = { LLM_TIMEOUT_SECONDS: 120, LLM_FIRST_TOKEN_SECONDS: 20 };
const plan = (config: Partial<LlmConfig>) => planModels({ ...limits, ...config });
const now = new Date('2026-01-01T00:00:00Z');
const apiError = (statusCode: number, responseBody = '', responseHeaders: Record<string, string> = {}) =>
  new APICallError({
    message: 'x',
    url: 'http://x',
    requestBodyValues: {},
    statusCode,
    responseBody,
    responseHeaders,
  });

describe('the plan of models', () => {
  it('is empty without keys and usual with a key alone', () => {
    expect(plan({})).toEqual({ chat: [], embedding: undefined, problems: [] });
    expect(plan({ GEMINI_API_KEY: 'k', OPENAI_API_KEY: 'k' }).chat.map(({ provider }) => provider)).toEqual([
      'openai',
      'gemini',
    ]);
  });

  it('keeps the order that is given, and names with colons', () => {
    expect(
      plan({
        GEMINI_API_KEY: 'k',
        OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
        LLM_MODELS: ' gemini:g , openai:llama3:8b,',
      }),
    ).toEqual({
      chat: [
        { provider: 'gemini', model: 'g' },
        { provider: 'openai', model: 'llama3:8b' },
      ],
      embedding: undefined,
      problems: [],
    });
  });

  it.each([
    [{ OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }, 'LLM_MODELS', /required/],
    [{ LLM_MODELS: 'gpt' }, 'LLM_MODELS', /provider:model/],
    [{ LLM_MODELS: 'gemini:x' }, 'LLM_MODELS', /GEMINI_API_KEY/],
    [{ OPENAI_API_KEY: 'k', EMBEDDING_MODEL: 'openai:a,openai:b' }, 'EMBEDDING_MODEL', /more than one/],
  ])('finds the fault in %o', (config, variable, message) => {
    expect(plan(config).problems).toEqual([{ variable, message: expect.stringMatching(message) }]);
  });

  it("lets a server of one's own serve embeddings only", () => {
    const config = { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1', EMBEDDING_MODEL: 'openai:e' };
    expect(plan(config)).toEqual({ chat: [], embedding: { provider: 'openai', model: 'e' }, problems: [] });
  });
});

describe('failures', () => {
  it.each([
    [apiError(401), 'auth'],
    [apiError(403), 'auth'],
    [apiError(408), 'timeout'],
    [apiError(429), 'rate_limit'],
    [apiError(503), 'server'],
    [apiError(404), 'bad_request'],
    [apiError(400, 'API key not valid'), 'auth'],
    [apiError(400, '{"code":"content_filter"}'), 'content_filter'],
    [apiError(200, 'no json'), 'server'],
    [new StreamProviderError({ message: 'x', statusCode: 429 }), 'rate_limit'],
    [new StreamProviderError({ message: 'x' }), 'server'],
    [Object.assign(new Error('x'), { name: 'TimeoutError' }), 'timeout'],
    [new TypeError('fetch failed'), 'server'],
    [new ProviderFailure('circuit_open'), 'circuit_open'],
    ['anything', 'server'],
  ])('%o is %s', (error, kind) => {
    expect(classifyFailure(error, false, now).kind).toBe(kind);
  });

  it('that come in the middle without a status are cut off', () => {
    expect(classifyFailure(new TypeError('terminated'), true, now).kind).toBe('cut_off');
  });

  it.each([
    [undefined, undefined],
    ['3', 3_000],
    ['-1', 0],
    ['Thu, 01 Jan 2026 00:00:05 GMT', 5_000],
    ['Thu, 01 Jan 2025 00:00:05 GMT', 0],
    ['soon', undefined],
    ['999999', 3_600_000],
  ])('read Retry-After %s as %s', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it('are tried again only when that is soon and may help', () => {
    expect(retryDelayMs(new ProviderFailure('rate_limit', 1_000))).toBe(1_000);
    expect(retryDelayMs(new ProviderFailure('rate_limit', 60_000))).toBeUndefined();
    expect(retryDelayMs(new ProviderFailure('server'))).toBeGreaterThan(0);
    expect(retryDelayMs(new ProviderFailure('timeout'))).toBeUndefined();
    expect(retryDelayMs(new ProviderFailure('auth'))).toBeUndefined();
  });

  it('count against the provider unless the request was at fault', () => {
    expect(
      ['auth', 'rate_limit', 'timeout', 'server', 'cut_off'].every((kind) =>
        countsAgainstProvider(kind as 'auth'),
      ),
    ).toBe(true);
    expect(
      ['bad_request', 'content_filter', 'circuit_open'].some((kind) => countsAgainstProvider(kind as 'auth')),
    ).toBe(false);
  });
});
