import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Memory, MemoryScope, Recall } from '#capabilities/memory/server';
import type { Workspace } from '#capabilities/tenants/server';
import type { Log } from '#platform/server/telemetry';
import { memoryScope } from '../conversations/scope.ts';
import type { Role } from '../roles/role.ts';
import type { RecalledMemory } from './question.ts';
import { takeApart } from './routing/material.rules.ts';

/** What was recalled for a question. */
export interface Recalled {
  readonly memories: readonly RecalledMemory[];
  readonly recall: Recall | undefined;
}

/** The long-term memory of an assistant that has one. Its failures never fail an answer. */
export interface Remembering {
  recall(
    workspace: Workspace,
    role: Role,
    text: string,
    conversationId: string | undefined,
  ): Promise<Recalled>;
  /** Remembers what the person said, and what a model answered. */
  remember(
    workspace: Workspace,
    role: Role,
    said: {
      readonly conversationId: string;
      readonly answerId: string;
      readonly question: string;
      /** Undefined: put together from tools, or broken off. */
      readonly answer: string | undefined;
      readonly recalled: Recalled;
    },
  ): Promise<void>;
}

interface Dependencies {
  readonly memory: Memory;
  readonly clock: Clock;
  readonly log: Log;
}

const recallCount = 8;
const queryLength = 2_000;
const longestSaid = 4_000;
const longestAnswer = 2_000;
const questionImportance = 0.3;
const answerImportance = 0.3;
const nothing: Recalled = { memories: [], recall: undefined };

const isQuestion = (text: string): boolean => /[?？]\s*$/u.test(text);

export function createRemembering({ memory, clock, log }: Dependencies): Remembering {
  async function quietly<Result>(work: Promise<Result>): Promise<Result | undefined> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof Refusal)) log.warn({ err: error }, 'The memory of an assistant failed');
      return undefined;
    }
  }

  return {
    async recall(workspace, role, text, conversationId) {
      const query = takeApart(text).words.slice(0, queryLength).trim();
      if (!role.definition.remembers || query === '') return nothing;
      const scope = memoryScope(workspace, role.name);
      const session = conversationId === undefined ? {} : { sessionId: conversationId };
      const recall = await quietly(memory.recall(scope, { query, k: recallCount, ...session }));
      if (recall === undefined) return nothing;
      // Bare questions resemble the question most and answer nothing; this conversation is known anyway.
      const useful = recall.results.filter(
        ({ node }) => node.sessionId !== conversationId && !isQuestion(node.content),
      );
      const memories = useful.map(({ node }) => ({
        id: node.id,
        text: node.content,
        label: node.speaker ?? node.label,
        occurredAt: node.occurredAt,
      }));
      return { memories, recall };
    },

    async remember(workspace, role, { conversationId, answerId, question, answer, recalled }) {
      if (!role.definition.remembers) return;
      const scope: MemoryScope = memoryScope(workspace, role.name);
      const words = takeApart(question).words.slice(0, longestSaid).toWellFormed().trim();
      const { recall, memories } = recalled;
      if (recall !== undefined && memories.length > 0) {
        const injected = memories.map(({ id, text }) => ({ nodeId: id, text }));
        await quietly(memory.noteInjected(scope, recall.recallId, injected, answerId));
      }
      const turn = { sessionId: conversationId, occurredAt: clock() };
      if (words !== '')
        await quietly(
          memory.remember(scope, {
            ...turn,
            content: words,
            speaker: 'user',
            ...(isQuestion(words) ? { importance: questionImportance } : {}),
          }),
        );
      const said = answer?.replaceAll(/```[\s\S]*?(?:```|$)/g, ' ').slice(0, longestAnswer);
      if (said !== undefined && said.trim() !== '')
        await quietly(
          memory.remember(scope, {
            ...turn,
            content: said.toWellFormed().trim(),
            speaker: role.name,
            importance: answerImportance,
          }),
        );
    },
  };
}
