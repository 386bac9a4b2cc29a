import { type Static, Type } from 'typebox';

/** Settings of the assistants. */
export const AssistantsConfig = Type.Object({
  ASSISTANTS_PROMPT_TOKENS: Type.Integer({
    default: 16_000,
    minimum: 2_000,
    maximum: 1_000_000,
    description: 'How many tokens a prompt of an assistant and its answer may take together',
  }),
});

export type AssistantsConfig = Static<typeof AssistantsConfig>;
