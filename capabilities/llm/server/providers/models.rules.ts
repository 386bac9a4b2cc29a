import type { LlmConfig } from '../config.ts';

const providerNames = ['openai', 'gemini'] as const;
export type ProviderName = (typeof providerNames)[number];

export interface ModelName {
  readonly provider: ProviderName;
  readonly model: string;
}

export interface ModelPlan {
  readonly chat: readonly ModelName[];
  readonly embedding: ModelName | undefined;
  readonly problems: readonly { readonly variable: string; readonly message: string }[];
}

const defaults: Readonly<Record<ProviderName, string>> = {
  openai: 'gpt-4.1-mini',
  gemini: 'gemini-2.5-flash',
};

function isProvider(name: string): name is ProviderName {
  return providerNames.some((known) => known === name);
}

function enabled(config: LlmConfig): ProviderName[] {
  const names: ProviderName[] = [];
  if (config.OPENAI_API_KEY !== undefined || config.OPENAI_BASE_URL !== undefined) names.push('openai');
  if (config.GEMINI_API_KEY !== undefined) names.push('gemini');
  return names;
}

function parse(entry: string, available: readonly ProviderName[]): ModelName | string {
  const colon = entry.indexOf(':');
  const provider = entry.slice(0, Math.max(colon, 0)).toLowerCase();
  const model = entry.slice(colon + 1).trim();
  if (!isProvider(provider) || model === '') {
    return `has an entry that is not provider:model with a provider of ${providerNames.join(', ')}`;
  }
  if (!available.includes(provider)) {
    const key = provider === 'openai' ? 'OPENAI_API_KEY or OPENAI_BASE_URL' : 'GEMINI_API_KEY';
    return `names a model of ${provider}, which needs ${key}`;
  }
  return { provider, model };
}

/** Decides which models are asked, in which order, and what is wrong with the settings. */
export function planModels(config: LlmConfig): ModelPlan {
  const available = enabled(config);
  const problems: { variable: string; message: string }[] = [];
  const read = (variable: string, value: string | undefined): ModelName[] =>
    (value ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .flatMap((entry) => {
        const parsed = parse(entry, available);
        if (typeof parsed !== 'string') return [parsed];
        problems.push({ variable, message: parsed });
        return [];
      });
  const [embedding, ...further] = read('EMBEDDING_MODEL', config.EMBEDDING_MODEL);
  if (further.length > 0)
    problems.push({ variable: 'EMBEDDING_MODEL', message: 'names more than one model' });
  const named = read('LLM_MODELS', config.LLM_MODELS);
  const unnamedServer =
    config.OPENAI_BASE_URL !== undefined && !/^https:\/\/api\.openai\.com\b/.test(config.OPENAI_BASE_URL);
  if (config.LLM_MODELS === undefined && unnamedServer && embedding === undefined) {
    problems.push({ variable: 'LLM_MODELS', message: 'is required with an OPENAI_BASE_URL of your own' });
  }
  const usual = available
    .filter((provider) => provider !== 'openai' || !unnamedServer)
    .map((provider) => ({ provider, model: defaults[provider] }));
  return { chat: config.LLM_MODELS === undefined ? usual : named, embedding, problems };
}
