import { Refusal } from '#base/refusal';
import type { Memory } from '#capabilities/memory/server';
import type { Workspace } from '#capabilities/tenants/server';
import type { Database } from '#platform/server/database';
import type { Log } from '#platform/server/telemetry';
import { findConversation } from '../conversations/conversation.store.ts';
import { messageNotFound } from '../conversations/conversations.ts';
import { findMessage, judgeMessage } from '../conversations/message.store.ts';
import { memoryScope, privateScope } from '../conversations/scope.ts';
import { judgeUsage } from '../usage/usage.store.ts';

export interface Judgement {
  readonly useful: boolean;
  readonly reasons: readonly string[];
  readonly comment: string | null;
}

/** What people say of answers. */
export interface Feedback {
  /** A later judgement replaces the earlier one. @throws Refusal `not_found` `assistants.message_not_found`. */
  judge(workspace: Workspace, answerId: string, judgement: Judgement): Promise<void>;
  /** @throws as `judge`. */
  withdraw(workspace: Workspace, answerId: string): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly memory: Memory;
  readonly log: Log;
}

export function createFeedback({ database, memory, log }: Dependencies): Feedback {
  async function keep(workspace: Workspace, id: string, judgement: Judgement | undefined): Promise<string> {
    return database.transaction(
      async (tx) => {
        const { useful = null, reasons = [], comment = null } = judgement ?? {};
        if ((await judgeMessage(tx, id, { useful, reasons, comment })) === 0) throw messageNotFound();
        const message = await findMessage(tx, id);
        const conversation =
          message === undefined ? undefined : await findConversation(tx, message.conversationId);
        await judgeUsage(tx, id, useful, reasons);
        return conversation?.role ?? '';
      },
      { scope: privateScope(workspace) },
    );
  }

  return {
    async judge(workspace, id, judgement) {
      const role = await keep(workspace, id, judgement);
      try {
        await memory.feedback(memoryScope(workspace, role), id, { useful: judgement.useful });
      } catch (error) {
        // An answer that recalled nothing has nothing to learn from.
        if (!(error instanceof Refusal)) log.warn({ err: error }, 'A judgement did not reach the memory.');
      }
    },
    async withdraw(workspace, id) {
      await keep(workspace, id, undefined);
    },
  };
}
