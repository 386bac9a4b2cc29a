import type { Page } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Memory } from '#capabilities/memory/server';
import type { Database } from '#platform/server/database';
import { withoutPurged } from './citation.rules.ts';
import {
  deleteConversation,
  findCiting,
  findConversation,
  judgeAnswer,
  renameConversation,
  rewriteAnswer,
} from './conversation.store.ts';
import type { Conversation, Message } from './conversation.ts';
import { listConversations, listMessages } from './conversation-list.read.ts';
import { decodePosition } from './cursor.rules.ts';

/** The conversations of one person; nobody else's can be seen, changed or even noticed. */
export interface Conversations {
  list(
    ownerId: string,
    options: { readonly limit: number; readonly cursor?: string; readonly search?: string },
  ): Promise<Page<Conversation>>;
  /** @throws Refusal `not_found` `memory.conversation_not_found`. */
  read(
    ownerId: string,
    id: string,
    options: { readonly limit: number; readonly cursor?: string },
  ): Promise<{ readonly conversation: Conversation; readonly messages: Page<Message> }>;
  /** @throws Refusal `not_found` `memory.conversation_not_found`. */
  rename(ownerId: string, id: string, title: string): Promise<Conversation>;
  /** With `forget`, what was remembered from the conversation is forgotten, too (and can be restored for a while). */
  delete(ownerId: string, id: string, options: { readonly forget: boolean }): Promise<void>;
  /**
   * Keeps a person's judgement of an answer and lets the retrieval learn from it.
   * @throws Refusal `not_found` `memory.answer_not_found`.
   */
  judge(
    ownerId: string,
    answerId: string,
    judgement: { readonly useful: boolean; readonly reason?: string },
  ): Promise<void>;
  /** Takes the words of memories that were deleted for good out of the answers; null means all memories. */
  letGo(ownerId: string, nodeIds: readonly string[] | null): Promise<void>;
}

export function conversationNotFound(): Refusal {
  return new Refusal('not_found', 'memory.conversation_not_found', 'There is no such conversation.');
}

export function createConversations({
  database,
  memory,
}: {
  database: Database;
  memory: Memory;
}): Conversations {
  const scopeOf = (ownerId: string) => ({ scope: { owner: ownerId } });

  return {
    list: (ownerId, options) => listConversations(database.scoped({ owner: ownerId }), options),

    async read(ownerId, id, { limit, cursor }) {
      const reader = database.scoped({ owner: ownerId });
      const before = cursor === undefined ? {} : { before: decodePosition(cursor) };
      const conversation = await findConversation(reader, id);
      if (conversation === undefined) throw conversationNotFound();
      return { conversation, messages: await listMessages(reader, id, { limit, ...before }) };
    },

    async rename(ownerId, id, title) {
      const renamed = await database.transaction(
        (tx) => renameConversation(tx, id, title.trim()),
        scopeOf(ownerId),
      );
      if (renamed === undefined) throw conversationNotFound();
      return renamed;
    },

    async delete(ownerId, id, { forget }) {
      if ((await findConversation(database.scoped({ owner: ownerId }), id)) === undefined)
        throw conversationNotFound();
      // First, so that a failure between the two leaves a conversation whose deletion can be repeated.
      if (forget) await memory.forgetSession({ ownerId }, id);
      await database.transaction((tx) => deleteConversation(tx, id), scopeOf(ownerId));
    },

    async judge(ownerId, answerId, { useful, reason }) {
      const judged = await database.transaction(
        (tx) => judgeAnswer(tx, answerId, useful, reason ?? null),
        scopeOf(ownerId),
      );
      if (judged === 0) throw new Refusal('not_found', 'memory.answer_not_found', 'There is no such answer.');
      try {
        await memory.feedback({ ownerId }, answerId, { useful, ...(reason === undefined ? {} : { reason }) });
      } catch (error) {
        // An answer that recalled nothing, or whose recall is older than its log: the judgement itself is kept.
        if (!(error instanceof Refusal && error.code === 'memory.recall_not_found')) throw error;
      }
    },

    async letGo(ownerId, nodeIds) {
      const gone = nodeIds === null ? null : new Set(nodeIds);
      await database.transaction(async (tx) => {
        for (const answer of await findCiting(tx, ownerId, nodeIds))
          await rewriteAnswer(
            tx,
            withoutPurged(answer, (id) => gone?.has(id) ?? true),
          );
      }, scopeOf(ownerId));
    },
  };
}
