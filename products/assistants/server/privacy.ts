import type { Database } from '#platform/server/database';
import { setScope } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import { allAttachments, deleteAttachments } from './attachments/attachment.store.ts';
import type { Attachments } from './attachments/attachments.ts';
import {
  companiesOf,
  conversationIds,
  deleteConversation,
  leaveCompanies,
} from './conversations/conversation.store.ts';
import { everything } from './conversations/conversation-list.read.ts';
import { forgetPerson, promptsOfPerson } from './prompts/prompt.store.ts';
import { forgetAuthor } from './roles/role.store.ts';
import { forgetUser } from './usage/usage.store.ts';

interface Dependencies {
  readonly database: Database;
  readonly attachments: Pick<Attachments, 'dropOf'>;
}

/**
 * Conversations, files and prompts are a person's own: exported whole, deleted whole, in every company. Figures of
 * usage, versions of roles and shared prompts belong to the company and lose the name.
 */
export function assistantsData({ database, attachments }: Dependencies): PersonalData {
  return {
    async export(userId) {
      const companies = await companiesOf(database, userId);
      return Promise.all(
        companies.map(async (tenant) => ({
          company_id: tenant,
          conversations: await everything(database.scoped({ tenant, owner: userId })),
          files: await allAttachments(database.scoped({ tenant, owner: userId })),
          prompts: await promptsOfPerson(database.scoped({ tenant, owner: userId }), userId),
        })),
      );
    },
    async erase(tx, userId) {
      for (const tenant of await companiesOf(tx, userId)) {
        await setScope(tx, { tenant, owner: userId });
        await attachments.dropOf(tx, { companyId: tenant });
        for (const id of await conversationIds(tx)) await deleteConversation(tx, id);
        await deleteAttachments(tx);
        await forgetPerson(tx, userId);
        await forgetUser(tx, userId);
        await forgetAuthor(tx, userId);
      }
      await leaveCompanies(tx, userId);
    },
  };
}
