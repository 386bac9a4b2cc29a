import type { Page } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Memory } from '#capabilities/memory/server';
import type { Workspace } from '#capabilities/tenants/server';
import type { Database, Reader, Tx } from '#platform/server/database';
import {
  conversationIds,
  deleteConversation,
  findConversation,
  lockConversation,
  setLeaf,
  updateConversation,
} from './conversation.store.ts';
import type { BranchMessage, Conversation, ConversationChange, Message } from './conversation.ts';
import {
  allMessages,
  type ConversationFilters,
  type FoundConversation,
  listBranch,
  listConversations,
} from './conversation-list.read.ts';
import { decodeDepth } from './cursor.rules.ts';
import { findMessage, newestBelow } from './message.store.ts';
import { memoryScope, privateScope } from './scope.ts';

/** The conversations of one person in one company; nobody else's can be seen, changed or even noticed. */
export interface Conversations {
  list(workspace: Workspace, filters: ConversationFilters): Promise<Page<FoundConversation>>;
  /** @throws Refusal `not_found` `assistants.conversation_not_found`. */
  get(workspace: Workspace, id: string): Promise<Conversation>;
  /** The active branch, oldest first; the cursor goes back in time. @throws as `get`. */
  read(
    workspace: Workspace,
    id: string,
    options: { readonly limit: number; readonly cursor?: string },
  ): Promise<{ readonly conversation: Conversation; readonly messages: Page<BranchMessage> }>;
  /** Everything, for an export: the active branch and all messages. @throws as `get`. */
  whole(
    workspace: Workspace,
    id: string,
  ): Promise<{
    readonly conversation: Conversation;
    readonly branch: readonly Message[];
    readonly all: readonly Message[];
  }>;
  /** @throws as `get`. */
  change(workspace: Workspace, id: string, change: ConversationChange): Promise<Conversation>;
  /** @throws as `get`, and Refusal `not_found` `assistants.message_not_found`. */
  chooseBranch(workspace: Workspace, id: string, messageId: string): Promise<Conversation>;
  /** With `forget`, what was remembered from it is forgotten, too. @throws as `get`. */
  delete(workspace: Workspace, id: string, options: { readonly forget: boolean }): Promise<void>;
  /** Deletes all conversations with a role; answers how many there were. */
  deleteAll(workspace: Workspace, role: string, options: { readonly forget: boolean }): Promise<number>;
}

export function conversationNotFound(): Refusal {
  return new Refusal('not_found', 'assistants.conversation_not_found', 'There is no such conversation.');
}

export function messageNotFound(): Refusal {
  return new Refusal('not_found', 'assistants.message_not_found', 'There is no such message.');
}

interface Dependencies {
  readonly database: Database;
  readonly memory: Memory;
  /** Lets go of the files of a conversation that is deleted, in the transaction. */
  readonly dropFiles: (tx: Tx, workspace: Workspace, conversationId: string) => Promise<void>;
}

export function createConversations({ database, memory, dropFiles }: Dependencies): Conversations {
  const reader = (workspace: Workspace): Reader => database.scoped(privateScope(workspace));
  const write = <Result>(workspace: Workspace, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    database.transaction(work, { scope: privateScope(workspace) });

  async function found(source: Reader, id: string): Promise<Conversation> {
    const conversation = await findConversation(source, id);
    if (conversation === undefined) throw conversationNotFound();
    return conversation;
  }

  async function drop(workspace: Workspace, id: string): Promise<number> {
    return write(workspace, async (tx) => {
      await dropFiles(tx, workspace, id);
      return deleteConversation(tx, id);
    });
  }

  return {
    list: (workspace, filters) => listConversations(reader(workspace), filters),
    get: (workspace, id) => found(reader(workspace), id),

    async read(workspace, id, { limit, cursor }) {
      const before = cursor === undefined ? {} : { before: decodeDepth(cursor) };
      const conversation = await found(reader(workspace), id);
      const messages = await listBranch(reader(workspace), conversation.leafId, { limit, ...before });
      return { conversation, messages };
    },

    async whole(workspace, id) {
      const conversation = await found(reader(workspace), id);
      const all = await allMessages(reader(workspace), id);
      const byId = new Map(all.map((message) => [message.id, message]));
      const branch: Message[] = [];
      for (let at = conversation.leafId; at !== null; ) {
        const message = byId.get(at);
        if (message === undefined) break;
        branch.unshift(message);
        at = message.parentId;
      }
      return { conversation, branch, all };
    },

    async change(workspace, id, change) {
      const title = change.title === undefined ? {} : { title: change.title.trim() };
      const changed = await write(workspace, (tx) => updateConversation(tx, id, { ...change, ...title }));
      if (changed === undefined) throw conversationNotFound();
      return changed;
    },

    chooseBranch(workspace, id, messageId) {
      return write(workspace, async (tx) => {
        if ((await lockConversation(tx, id)) === undefined) throw conversationNotFound();
        const message = await findMessage(tx, messageId);
        const leaf = message?.conversationId === id ? await newestBelow(tx, messageId) : undefined;
        if (leaf === undefined) throw messageNotFound();
        return (await setLeaf(tx, id, leaf)) ?? Promise.reject(conversationNotFound());
      });
    },

    async delete(workspace, id, { forget }) {
      const { role } = await found(reader(workspace), id);
      // First, so that a failure between the two leaves a conversation whose deletion can be repeated.
      if (forget) await memory.forgetSession(memoryScope(workspace, role), id);
      await drop(workspace, id);
    },

    async deleteAll(workspace, role, { forget }) {
      if (forget) await memory.purge(memoryScope(workspace, role), 'all');
      let deleted = 0;
      for (const id of await conversationIds(reader(workspace), role)) deleted += await drop(workspace, id);
      return deleted;
    },
  };
}
