import { setTimeout as wait } from 'node:timers/promises';
import type { Registry } from 'prom-client';
import type { Clock } from '#base/time';
import type { Cache } from '#platform/server/cache';
import { ConfigError } from '#platform/server/config';
import type { Database } from '#platform/server/database';
import type { Breakers } from '#platform/server/resilience';
import type { Log } from '#platform/server/telemetry';
import { createAnswer } from './chat/answer.ts';
import { createChat } from './chat/chat.ts';
import type { LlmConfig } from './config.ts';
import { createEmbed } from './embeddings/embed.ts';
import type { Llm } from './index.ts';
import { llmMetrics } from './metrics.ts';
import { planModels } from './providers/models.rules.ts';
import type { ConnectedModels } from './providers/providers.ts';
import { countTokens } from './tokens/tokens.rules.ts';
import { usageLedger } from './usage/usage.ts';

export interface LlmDependencies {
  readonly config: LlmConfig;
  readonly database: Database;
  readonly cache: Cache;
  readonly breakers: Breakers;
  readonly metrics: Registry;
  readonly clock: Clock;
  readonly log: Log;
}

const offlineNote = {
  en: 'No language model is configured: answers are put together word for word from what is remembered.',
  ru: 'Языковая модель не настроена: ответы составляются дословно из того, что есть в памяти.',
};
const onlineNote = {
  en: 'Answers come from a language model; when none can be reached they are put together from what is remembered.',
  ru: 'Отвечает языковая модель; если ни одна не доступна, ответ составляется из того, что есть в памяти.',
};

/** Connects what is planned; with nothing planned the libraries of the providers are not even loaded. */
async function modelsOf({ config, breakers }: LlmDependencies): Promise<ConnectedModels> {
  const plan = planModels(config);
  if (plan.problems.length > 0) throw new ConfigError(plan.problems);
  if (plan.chat.length === 0 && plan.embedding === undefined) return { chat: [], embedding: undefined };
  const { connectModels } = await import('./providers/providers.ts');
  return connectModels(config, plan, breakers);
}

/** Builds the service from its settings. Throws a `ConfigError` naming every problem. */
export async function createLlm(dependencies: LlmDependencies): Promise<Llm> {
  const { config, database, cache, metrics, clock, log } = dependencies;
  const { chat: models, embedding } = await modelsOf(dependencies);
  const measured = llmMetrics(metrics);
  const usage = usageLedger({ database, clock, log, dailyBudget: config.LLM_DAILY_TOKEN_BUDGET });
  const totalMs = config.LLM_TIMEOUT_SECONDS * 1_000;
  const limits = { totalMs, firstTokenMs: config.LLM_FIRST_TOKEN_SECONDS * 1_000 };
  const chat = createChat({
    models,
    limits,
    usage,
    metrics: measured,
    clock,
    log,
    sleep: (ms, signal) => wait(ms, undefined, signal === undefined ? {} : { signal }),
  });
  const names = models.map(({ provider, model }) => `${provider}:${model}`);
  return {
    chat: (request, call) => chat(request, call, false),
    answer: createAnswer({ chat, cache, models: names }),
    embed: createEmbed({ endpoint: embedding, usage, metrics: measured, clock, totalMs }),
    countTokens,
    status: () => ({
      models: models.map(({ provider, model, breaker }) => ({
        provider,
        model,
        breaker: breaker.getState().state,
      })),
      offline: models.length === 0,
      embeddingModel: embedding === undefined ? undefined : `${embedding.provider}:${embedding.model}`,
      dailyTokenBudget: config.LLM_DAILY_TOKEN_BUDGET,
      note: models.length === 0 ? offlineNote : onlineNote,
    }),
  };
}
