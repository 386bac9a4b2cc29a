import { type Database, setScope } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import { deleteAllOf } from './conversations/conversation.store.ts';
import { exportConversations } from './conversations/conversation-list.read.ts';

/** Conversations are a person's own: exported whole, deleted whole. */
export function conversationData(database: Database): PersonalData {
  return {
    export: (userId) => exportConversations(database.scoped({ owner: userId })),
    async erase(tx, userId) {
      await setScope(tx, { owner: userId });
      await deleteAllOf(tx, userId);
    },
  };
}
