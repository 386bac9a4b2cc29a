import { createGoogle } from '@ai-sdk/google';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { EmbeddingModel, LanguageModel } from 'ai';
import type { Breakers, CircuitBreaker } from '#platform/server/resilience';
import type { LlmConfig } from '../config.ts';
import { embedTexts } from './embed-texts.ts';
import { exchange } from './exchange.ts';
import { ProviderFailure } from './failure.ts';
import { countsAgainstProvider } from './failure-policy.rules.ts';
import type { ChatModel, EmbeddingEndpoint } from './model.ts';
import type { ModelName, ModelPlan, ProviderName } from './models.rules.ts';

interface Provider {
  language(model: string): LanguageModel;
  embedding(model: string): EmbeddingModel;
}

const openAiUrl = 'https://api.openai.com/v1';

function openAiProvider(config: LlmConfig): Provider {
  const baseURL = (config.OPENAI_BASE_URL ?? openAiUrl).replace(/\/+$/, '');
  const provider = createOpenAICompatible({
    name: 'openai',
    baseURL,
    includeUsage: true,
    ...(config.OPENAI_API_KEY === undefined ? {} : { apiKey: config.OPENAI_API_KEY }),
    // OpenAI's own newer models refuse `max_tokens`; most compatible servers know only that.
    ...(baseURL === openAiUrl
      ? {
          transformRequestBody: ({ max_tokens: limit, ...body }: Record<string, unknown>) =>
            limit === undefined ? body : { ...body, max_completion_tokens: limit },
        }
      : {}),
  });
  return {
    language: (model) => provider.chatModel(model),
    embedding: (model) => provider.embeddingModel(model),
  };
}

function geminiProvider(config: LlmConfig): Provider {
  const provider = createGoogle({
    apiKey: config.GEMINI_API_KEY ?? '',
    ...(config.GEMINI_BASE_URL === undefined ? {} : { baseURL: config.GEMINI_BASE_URL.replace(/\/+$/, '') }),
  });
  return { language: (model) => provider(model), embedding: (model) => provider.embeddingModel(model) };
}

export interface ConnectedModels {
  readonly chat: readonly ChatModel[];
  readonly embedding: EmbeddingEndpoint | undefined;
}

/** Builds the planned models; nothing is connected. One breaker per provider, shared by its models. */
export function connectModels(config: LlmConfig, plan: ModelPlan, breakers: Breakers): ConnectedModels {
  // The library would print warnings, requests among them, to the console.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const makers: Record<ProviderName, () => Provider> = {
    openai: () => openAiProvider(config),
    gemini: () => geminiProvider(config),
  };
  const made = new Map<ProviderName, Provider>();
  const provider = (name: ProviderName): Provider => {
    const known = made.get(name) ?? makers[name]();
    made.set(name, known);
    return known;
  };
  const breaker = (name: ProviderName): CircuitBreaker =>
    breakers.breaker(`llm-${name}`, {
      isFailure: (error) => error instanceof ProviderFailure && countsAgainstProvider(error.kind),
    });
  const chat = plan.chat.map((name): ChatModel => {
    const language = provider(name.provider).language(name.model);
    return {
      ...name,
      breaker: breaker(name.provider),
      exchange: (options) => exchange(language, options),
    };
  });
  return { chat, embedding: plan.embedding === undefined ? undefined : embeddingOf(plan.embedding) };

  function embeddingOf(name: ModelName): EmbeddingEndpoint {
    const model = provider(name.provider).embedding(name.model);
    return {
      ...name,
      breaker: breaker(name.provider),
      embed: (texts, options) => embedTexts(model, texts, options),
    };
  }
}
