import { type Static, Type } from 'typebox';

/** Settings of the assistants. */
export const AssistantsConfig = Type.Object({
  ASSISTANTS_PROMPT_TOKENS: Type.Integer({
    default: 16_000,
    minimum: 2_000,
    maximum: 1_000_000,
    description: 'How many tokens a prompt of an assistant and its answer may take together',
  }),
  ASSISTANTS_PRICES: Type.String({
    default: '{}',
    description:
      'What models cost, for the usage page and budgets: JSON of prices of a million tokens by `provider:model`, ' +
      'for example `{"openai:gpt-4.1-mini": {"input": 0.4, "output": 1.6}}`. A model without a price costs nothing',
  }),
  ASSISTANTS_CURRENCY: Type.String({
    default: 'USD',
    pattern: '^[A-Z]{3}$',
    description: 'The currency of ASSISTANTS_PRICES and of budgets (ISO 4217)',
  }),
  ASSISTANTS_ENGINE_THREADS: Type.Integer({
    default: 2,
    minimum: 1,
    maximum: 32,
    description: 'How many threads check code, simulate plans and read documents',
  }),
  ASSISTANTS_ENGINE_MEMORY_MB: Type.Integer({
    default: 768,
    minimum: 128,
    maximum: 8_192,
    description: 'Megabytes one of these threads may take; work beyond it is refused',
  }),
  ASSISTANTS_ENGINE_SECONDS: Type.Integer({
    default: 20,
    minimum: 1,
    maximum: 600,
    description: 'Seconds one piece of such work may take',
  }),
  ASSISTANTS_ARCHIVE_SECONDS: Type.Integer({
    default: 300,
    minimum: 1,
    maximum: 3_600,
    description: 'Seconds the check of an archive of modules may take',
  }),
});

export type AssistantsConfig = Static<typeof AssistantsConfig>;
