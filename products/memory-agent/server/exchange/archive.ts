import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Database } from '#platform/server/database';
import {
  findConversation,
  insertConversation,
  insertMessage,
  takePosition,
} from '../conversations/conversation.store.ts';
import type { AnswerRecord, Message } from '../conversations/conversation.ts';
import { listMessages } from '../conversations/conversation-list.read.ts';
import { conversationNotFound } from '../conversations/conversations.ts';
import { titleOf } from './utterance.rules.ts';

/** Messages of the conversation that a model sees again. */
const historyLength = 12;

/** Keeps what is said in conversations. */
export interface Archive {
  /** The conversation meant, or a new one, with its last messages. @throws Refusal `memory.conversation_not_found`. */
  open(utterance: {
    readonly ownerId: string;
    readonly text: string;
    readonly conversationId?: string;
  }): Promise<{ readonly conversationId: string; readonly history: readonly Message[] }>;
  addQuestion(ownerId: string, conversationId: string, text: string): Promise<void>;
  addAnswer(
    ownerId: string,
    conversationId: string,
    id: string,
    text: string,
    record: AnswerRecord,
  ): Promise<void>;
}

export function createArchive({ database, clock }: { database: Database; clock: Clock }): Archive {
  async function add(
    ownerId: string,
    conversationId: string,
    message: Pick<Message, 'id' | 'role' | 'content' | 'answer'>,
  ): Promise<void> {
    const now = clock();
    await database.transaction(
      async (tx) => {
        const position = await takePosition(tx, conversationId, now);
        // Deleted while the answer was made: there is nothing to keep it in.
        if (position === undefined) throw conversationNotFound();
        await insertMessage(tx, { ...message, conversationId, ownerId, position, now });
      },
      { scope: { owner: ownerId } },
    );
  }

  return {
    async open({ ownerId, text, conversationId }) {
      if (conversationId !== undefined) {
        const reader = database.scoped({ owner: ownerId });
        if ((await findConversation(reader, conversationId)) === undefined) throw conversationNotFound();
        const { items } = await listMessages(reader, conversationId, { limit: historyLength });
        return { conversationId, history: items };
      }
      const now = clock();
      const id = newId(now.getTime());
      await database.transaction((tx) => insertConversation(tx, { id, ownerId, title: titleOf(text), now }), {
        scope: { owner: ownerId },
      });
      return { conversationId: id, history: [] };
    },
    addQuestion: (ownerId, conversationId, text) =>
      add(ownerId, conversationId, {
        id: newId(clock().getTime()),
        role: 'user',
        content: text,
        answer: null,
      }),
    addAnswer: (ownerId, conversationId, id, text, record) =>
      add(ownerId, conversationId, { id, role: 'agent', content: text, answer: record }),
  };
}
