import { type Static, Type } from 'typebox';

/** Settings of the memory agent. */
export const MemoryAgentConfig = Type.Object({
  MEMORY_AGENT_RECALL_COUNT: Type.Integer({
    default: 12,
    minimum: 1,
    maximum: 100,
    description: 'Memories recalled for one message.',
  }),
  MEMORY_AGENT_CONTEXT_TOKENS: Type.Integer({
    default: 3_000,
    minimum: 200,
    description: 'Tokens that recalled memories may take in a prompt.',
  }),
  MEMORY_AGENT_PROMPT_TOKENS: Type.Integer({
    default: 8_000,
    minimum: 1_000,
    description: 'Tokens of a whole prompt and its answer.',
  }),
  MEMORY_AGENT_QUERY_LENGTH: Type.Integer({
    default: 2_000,
    minimum: 100,
    maximum: 4_000,
    description: 'Characters of a message that are used to recall.',
  }),
});

export type MemoryAgentConfig = Static<typeof MemoryAgentConfig>;
