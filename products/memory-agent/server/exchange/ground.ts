import type { Llm } from '#capabilities/llm/server';
import type { Memory, MemoryScope, Recall, RecallResult } from '#capabilities/memory/server';
import type { MemoryAgentConfig } from '../config.ts';
import type { Message } from '../conversations/conversation.ts';
import { choosePassages } from './passages.rules.ts';

/** What an answer is grounded on. */
export interface Ground {
  readonly recall: Recall;
  /** What goes into the prompt, best first. */
  readonly chosen: readonly RecallResult[];
}

interface Dependencies {
  readonly memory: Memory;
  readonly llm: Llm;
  readonly config: MemoryAgentConfig;
}

const overviewCount = 8;

/** The most important facts, for questions that no words of any memory match ("What do you know about me?"). */
async function overview(memory: Memory, scope: MemoryScope): Promise<readonly RecallResult[]> {
  const { nodes } = await memory.graph(scope, { levels: [2], limit: overviewCount });
  return nodes
    .filter(({ kind }) => kind === 'fact')
    .toSorted((left, right) => right.importance - left.importance)
    .map((node) => ({ node, score: 0, explain: [] }));
}

/**
 * Finds what the answer may stand on. The offline engine quotes, so it gets what was said itself; a model also gets
 * episodes, facts and themes, and not what it sees in the conversation anyway.
 */
export function createGround({ memory, llm, config }: Dependencies) {
  return async (
    scope: MemoryScope,
    text: string,
    conversation: { readonly id: string; readonly history: readonly Message[] },
  ): Promise<Ground> => {
    const { offline } = llm.status();
    const recall = await memory.recall(scope, {
      query: text.slice(0, config.MEMORY_AGENT_QUERY_LENGTH),
      k: config.MEMORY_AGENT_RECALL_COUNT,
      sessionId: conversation.id,
      ...(offline ? { levels: [0] } : {}),
    });
    const chosen = choosePassages(recall.results, {
      tokenBudget: config.MEMORY_AGENT_CONTEXT_TOKENS,
      countTokens: llm.countTokens,
      shown: new Set(offline ? [] : conversation.history.map(({ content }) => content)),
    });
    return { recall, chosen: chosen.length > 0 ? chosen : await overview(memory, scope) };
  };
}
