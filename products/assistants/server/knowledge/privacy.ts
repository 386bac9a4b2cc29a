import { type Database, type Reader, setScope, sql, type Tx } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { PersonalData } from '#platform/server/privacy';
import { companiesOf } from '../conversations/conversation.store.ts';
import { dropFolder } from '../projects/jobs.ts';
import { forgetMaker } from '../projects/project.store.ts';
import { collectionFolder } from './keys.ts';

interface Dependencies {
  readonly database: Database;
  readonly jobs: Jobs;
}

/** Private collections with the documents in them, as their person sees them. */
function privateCollections(reader: Reader, userId: string): Promise<readonly unknown[]> {
  return reader.rows(sql`
    SELECT c.name, c.description, c.created_at, array(
      SELECT jsonb_build_object('name', d.name, 'size', d.size, 'uploaded_at', d.updated_at)
        FROM assistants.document d WHERE d.collection_id = c.id ORDER BY d.name) AS documents
      FROM assistants.collection c WHERE c.owner_id = ${userId} ORDER BY c.name`);
}

/** Deletes the private collections of a person in one company, whose scope the transaction has. */
export async function deletePrivate(
  tx: Tx,
  jobs: Jobs,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
): Promise<void> {
  const gone = await tx.rows<{ id: string }>(
    sql`DELETE FROM assistants.collection WHERE owner_id = ${userId} RETURNING id`,
  );
  for (const { id } of gone) await jobs.send(tx, dropFolder, { folder: collectionFolder(tenantId, id) });
}

async function forgetUploader(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`UPDATE assistants.collection SET created_by = NULL WHERE created_by = ${userId}`);
  await tx.run(sql`UPDATE assistants.document SET uploaded_by = NULL WHERE uploaded_by = ${userId}`);
  await tx.run(sql`DELETE FROM assistants.collection_reader WHERE user_id = ${userId}`);
}

/**
 * Private collections are a person's own: exported, and deleted whole. Shared documents and projects belong to the
 * company and lose the name.
 */
export function withKnowledge(rooms: PersonalData, { database, jobs }: Dependencies): PersonalData {
  return {
    async export(userId) {
      const companies = await companiesOf(database, userId);
      const knowledge = await Promise.all(
        companies.map(async (tenant) => ({
          company_id: tenant,
          collections: await privateCollections(database.scoped({ tenant, owner: userId }), userId),
        })),
      );
      const others = await rooms.export(userId);
      return { ...(typeof others === 'object' ? others : {}), knowledge };
    },
    async erase(tx, userId) {
      // The other rooms forget in which companies the person was.
      for (const tenant of await companiesOf(tx, userId)) {
        await setScope(tx, { tenant, owner: userId });
        await deletePrivate(tx, jobs, { tenantId: tenant, userId });
        await forgetUploader(tx, userId);
        await forgetMaker(tx, userId);
      }
      await rooms.erase(tx, userId);
    },
  };
}
