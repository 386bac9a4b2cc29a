import { type Static, Type } from 'typebox';

const url = (description: string) =>
  Type.Optional(Type.String({ pattern: '^https?://[^\\s/]+(/[^\\s]*)?$', description }));
const text = (description: string) => Type.Optional(Type.String({ minLength: 1, description }));

/** Environment of the module. Without any key or address answers come from the offline engine. */
export const LlmConfig = Type.Object({
  OPENAI_API_KEY: text('Key of OpenAI or of a server that speaks its API. Turns the `openai` provider on.'),
  OPENAI_BASE_URL: url(
    'Address of an OpenAI-compatible server; alone, without a key, it turns `openai` on too. Default: https://api.openai.com/v1.',
  ),
  GEMINI_API_KEY: text('Key of the Gemini API. Turns the `gemini` provider on.'),
  GEMINI_BASE_URL: url(
    'Address of the Gemini API. Default: https://generativelanguage.googleapis.com/v1beta.',
  ),
  LLM_MODELS: text(
    'Comma list of `provider:model` in order of preference, for example `openai:gpt-4.1-mini,gemini:gemini-2.5-flash`. ' +
      'Default: one common model of each provider that has a key, OpenAI first; required for an OPENAI_BASE_URL of your own.',
  ),
  EMBEDDING_MODEL: text(
    '`provider:model` that makes embeddings, for example `openai:text-embedding-3-small`. Default: none, search is lexical.',
  ),
  LLM_TIMEOUT_SECONDS: Type.Integer({
    default: 120,
    minimum: 1,
    maximum: 3_600,
    description: 'A whole answer of one model takes at most this long.',
  }),
  LLM_FIRST_TOKEN_SECONDS: Type.Integer({
    default: 20,
    minimum: 1,
    maximum: 600,
    description: 'A model that has said nothing after this long is skipped.',
  }),
  LLM_DAILY_TOKEN_BUDGET: Type.Optional(
    Type.Integer({
      minimum: 1,
      description:
        'Tokens one owner may use in one UTC day, prompts and answers together. Default: unlimited.',
    }),
  ),
});

export type LlmConfig = Static<typeof LlmConfig>;
