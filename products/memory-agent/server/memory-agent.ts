import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Llm } from '#capabilities/llm/server';
import type { Memory } from '#capabilities/memory/server';
import type { Database } from '#platform/server/database';
import type { Log } from '#platform/server/telemetry';
import type { MemoryAgentConfig } from './config.ts';
import { createConversations } from './conversations/conversations.ts';
import { createExchange } from './exchange/exchange.ts';
import type { MemoryAgent } from './index.ts';
import { conversationData } from './privacy.ts';

interface Dependencies {
  readonly database: Database;
  readonly memory: Memory;
  readonly identity: Identity;
  readonly llm: Llm;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: MemoryAgentConfig;
}

/** Builds the agent on the memory and language model capabilities. */
export function createMemoryAgent(dependencies: Dependencies): MemoryAgent {
  const { database, identity, memory, llm } = dependencies;
  return {
    exchange: createExchange(dependencies),
    conversations: createConversations({ database, memory }),
    memory,
    status: () => llm.status(),
    findPerson: async (email) => (await identity.personByEmail(email))?.id,
    personalData: conversationData(database),
  };
}
