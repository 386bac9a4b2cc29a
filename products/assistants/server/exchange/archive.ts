import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Workspace } from '#capabilities/tenants/server';
import type { Database, Tx } from '#platform/server/database';
import type { Attachments } from '../attachments/attachments.ts';
import {
  enterCompany,
  findConversation,
  giveTitle,
  insertConversation,
  lockConversation,
  updateConversation,
} from '../conversations/conversation.store.ts';
import type { AnswerRecord, Conversation, Message } from '../conversations/conversation.ts';
import { listBranch } from '../conversations/conversation-list.read.ts';
import { conversationNotFound, messageNotFound } from '../conversations/conversations.ts';
import { extendAnswer, findMessage, insertMessage } from '../conversations/message.store.ts';
import { privateScope } from '../conversations/scope.ts';
import { titleOf } from '../conversations/title.rules.ts';

/** Messages of the branch that an answer sees again. */
const historyLength = 12;

export interface NewQuestion {
  readonly role: string;
  readonly text: string;
  readonly conversationId: string | undefined;
  readonly projectId: string | undefined;
  readonly fileIds: readonly string[];
  /** The question this one replaces. */
  readonly editOf: string | undefined;
}

/** A question that stands in its conversation, with the branch before it. */
export interface Asked {
  readonly conversation: Conversation;
  readonly question: Message;
  readonly history: readonly Message[];
}

/** Keeps what is said. */
export interface Archive {
  /** What is known of a conversation before a question is asked in it. @throws Refusal `assistants.conversation_not_found`. */
  find(workspace: Workspace, id: string): Promise<Conversation>;
  /** Keeps a question. @throws Refusal `assistants.conversation_not_found`, `message_not_found`, `file_not_found`. */
  ask(workspace: Workspace, question: NewQuestion): Promise<Asked>;
  /** The question of an answer, to answer it again. @throws Refusal `assistants.message_not_found`. */
  askedFor(workspace: Workspace, answerId: string): Promise<Asked & { readonly answer: Message }>;
  /** Keeps an answer below its question; a conversation that is gone takes it along. Answers when. */
  addAnswer(
    workspace: Workspace,
    asked: Asked,
    answer: {
      readonly id: string;
      readonly text: string;
      readonly record: AnswerRecord;
      readonly title: string | undefined;
    },
  ): Promise<Date>;
  extendAnswer(workspace: Workspace, id: string, text: string, record: AnswerRecord): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly attachments: Attachments;
  readonly clock: Clock;
}

export function createArchive({ database, attachments, clock }: Dependencies): Archive {
  const write = <Result>(workspace: Workspace, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    database.transaction(work, { scope: privateScope(workspace) });

  /** The parent of a new question: the end of the active branch, or what the edited question stands under. */
  async function parentOf(
    tx: Tx,
    conversation: Conversation,
    editOf: string | undefined,
  ): Promise<string | null> {
    if (editOf === undefined) return conversation.leafId;
    const edited = await findMessage(tx, editOf);
    if (edited?.conversationId !== conversation.id || edited.author !== 'user') throw messageNotFound();
    return edited.parentId;
  }

  async function openConversation(
    tx: Tx,
    { companyId, userId }: Workspace,
    asked: NewQuestion,
  ): Promise<Conversation> {
    const { conversationId, editOf, role, projectId } = asked;
    const id = conversationId ?? newId(clock().getTime());
    if (conversationId === undefined) {
      if (editOf !== undefined) throw messageNotFound();
      await enterCompany(tx, { ownerId: userId, tenantId: companyId });
      const title = titleOf(asked.text);
      const made = { id, tenantId: companyId, ownerId: userId, role, title, projectId: projectId ?? null };
      await insertConversation(tx, { ...made, now: clock() });
    }
    const conversation = await lockConversation(tx, id);
    if (conversation === undefined || conversation.role !== role) throw conversationNotFound();
    if (projectId === undefined || projectId === conversation.projectId) return conversation;
    return (await updateConversation(tx, id, { projectId })) ?? conversation;
  }

  return {
    async find(workspace, id) {
      const found = await findConversation(database.scoped(privateScope(workspace)), id);
      if (found === undefined) throw conversationNotFound();
      return found;
    },

    ask(workspace, asked) {
      return write(workspace, async (tx) => {
        const conversation = await openConversation(tx, workspace, asked);
        const parentId = await parentOf(tx, conversation, asked.editOf);
        await attachments.attach(tx, conversation.id, asked.fileIds);
        const { items: history } = await listBranch(tx, parentId, { limit: historyLength });
        const now = clock();
        const id = newId(now.getTime());
        await insertMessage(tx, {
          id,
          conversationId: conversation.id,
          tenantId: workspace.companyId,
          ownerId: workspace.userId,
          parentId,
          author: 'user',
          content: asked.text,
          fileIds: asked.fileIds,
          answer: null,
          now,
        });
        const question = await findMessage(tx, id);
        if (question === undefined) throw conversationNotFound();
        return { conversation, question, history };
      });
    },

    async askedFor(workspace, answerId) {
      const reader = database.scoped(privateScope(workspace));
      const answer = await findMessage(reader, answerId);
      const question =
        answer?.author === 'assistant' && answer.parentId !== null
          ? await findMessage(reader, answer.parentId)
          : undefined;
      const conversation =
        question === undefined ? undefined : await findConversation(reader, question.conversationId);
      if (answer === undefined || question === undefined || conversation === undefined)
        throw messageNotFound();
      const { items: history } = await listBranch(reader, question.parentId, { limit: historyLength });
      return { conversation, question, history, answer };
    },

    addAnswer(workspace, { conversation, question }, { id, text, record, title }) {
      return write(workspace, async (tx) => {
        const now = clock();
        if ((await lockConversation(tx, conversation.id)) === undefined) return now;
        await insertMessage(tx, {
          id,
          conversationId: conversation.id,
          tenantId: workspace.companyId,
          ownerId: workspace.userId,
          parentId: question.id,
          author: 'assistant',
          content: text,
          fileIds: [],
          answer: record,
          now,
        });
        if (title !== undefined) await giveTitle(tx, conversation.id, title);
        return now;
      });
    },

    async extendAnswer(workspace, id, text, record) {
      await write(workspace, (tx) => extendAnswer(tx, id, text, record));
    },
  };
}
