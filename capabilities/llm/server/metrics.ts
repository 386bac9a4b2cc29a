import { Counter, Histogram, type Registry } from 'prom-client';
import type { LlmErrorKind, TokenUsage } from './chat/events.ts';

export interface LlmMetrics {
  /** Counts the tokens of one whole query. */
  tokens(component: string, usage: TokenUsage): void;
  /** Counts tokens that belong to no query, such as those of embeddings. */
  used(component: string, tokens: number): void;
  /** One call of one model, successful or not. */
  request(provider: string, model: string, seconds: number): void;
  failure(provider: string, kind: LlmErrorKind): void;
}

/** Registers the module's metrics; names, labels and buckets are fixed (docs/contracts). */
export function llmMetrics(registry: Registry): LlmMetrics {
  const used = new Counter({
    name: 'agent_tokens_used_total',
    help: 'Tokens used, prompts and answers together; estimated offline.',
    labelNames: ['component'],
    registers: [registry],
  });
  const perQuery = new Histogram({
    name: 'agent_tokens_per_query',
    help: 'Tokens of one query, prompt and answer together.',
    buckets: [100, 500, 1_000, 2_000, 5_000, 10_000],
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'llm_request_duration_seconds',
    help: 'Time of one call to a model until its end or failure.',
    labelNames: ['provider', 'model'],
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'llm_errors_total',
    help: 'Failed calls to a model by kind of failure.',
    labelNames: ['provider', 'kind'],
    registers: [registry],
  });
  return {
    tokens(component, { inputTokens, outputTokens }) {
      used.inc({ component }, inputTokens + outputTokens);
      perQuery.observe(inputTokens + outputTokens);
    },
    used: (component, tokens) => used.inc({ component }, tokens),
    request: (provider, model, seconds) => duration.observe({ provider, model }, seconds),
    failure: (provider, kind) => failures.inc({ provider, kind }),
  };
}
