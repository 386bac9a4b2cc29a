import { defineRef } from '#base/ref';
import type { LlmStatus } from '#capabilities/llm/server';
import type { Memory } from '#capabilities/memory/server';
import type { PersonalData } from '#platform/server/privacy';
import type { Conversations } from './conversations/conversations.ts';
import type { Exchange } from './exchange/exchange.ts';

export type { AnswerRecord, Citation, Conversation, Message } from './conversations/conversation.ts';
export type { Conversations } from './conversations/conversations.ts';
export type { Exchange, ExchangeEvent, FinishedAnswer, Utterance } from './exchange/exchange.ts';

/** An agent that remembers: talks, and lets its person look into its memory. */
export interface MemoryAgent {
  readonly exchange: Exchange;
  readonly conversations: Conversations;
  /** The person's own memory, with the agent `default`. */
  readonly memory: Memory;
  /** Which model answers. */
  status(): LlmStatus;
  /** The id of the person behind an address, for the demonstration. */
  findPerson(email: string): Promise<string | undefined>;
  /** The conversations, for export and erasure; the memory has its own. */
  readonly personalData: PersonalData;
}

/** The name under which `MemoryAgent` is provided. */
export const memoryAgentRef = defineRef<MemoryAgent>('memory-agent');
