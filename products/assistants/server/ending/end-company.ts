import type { Memory } from '#capabilities/memory/server';
import type { Database } from '#platform/server/database';
import type { Attachments } from '../attachments/attachments.ts';
import { memoryScope, type PrivateOwner, privateScope } from '../conversations/scope.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Projects } from '../projects/projects.ts';
import { builtInRoles } from '../roles/built-in/index.ts';
import { assistantsOf, deletePeople, deletePrivate, deleteShared, peopleOf } from './company.store.ts';

/** Lets go of everything of a company, bytes and memories included. May be repeated, also after it broke off. */
export type EndCompany = (companyId: string) => Promise<void>;

interface Dependencies {
  readonly database: Database;
  readonly memory: Pick<Memory, 'purge'>;
  readonly attachments: Pick<Attachments, 'dropOf'>;
  readonly knowledge: Pick<Knowledge, 'purge'>;
  readonly projects: Pick<Projects, 'purge'>;
}

export function createEndCompany(dependencies: Dependencies): EndCompany {
  const { database, memory, attachments, knowledge, projects } = dependencies;

  async function endPerson(who: PrivateOwner): Promise<void> {
    const scope = privateScope(who);
    // Memories first: the conversations tell whose they are.
    const names = new Set([...builtInRoles.keys(), ...(await assistantsOf(database.scoped(scope)))]);
    for (const name of names) await memory.purge(memoryScope(who, name), 'all');
    await database.transaction(
      async (tx) => {
        await attachments.dropOf(tx, who);
        await deletePrivate(tx);
      },
      { scope },
    );
  }

  return async (companyId) => {
    await knowledge.purge(companyId);
    await projects.purge(companyId);
    for (const userId of await peopleOf(database, companyId)) await endPerson({ companyId, userId });
    await database.transaction(
      async (tx) => {
        await deleteShared(tx);
        await deletePeople(tx, companyId);
      },
      { scope: { tenant: companyId } },
    );
  };
}
