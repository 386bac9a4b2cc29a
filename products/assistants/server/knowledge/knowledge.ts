import type { Clock } from '#base/time';
import type { Llm } from '#capabilities/llm/server';
import type { Tenants } from '#capabilities/tenants/server';
import { type Database, setScope, sql } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Storage } from '#platform/server/storage';
import type { Log } from '#platform/server/telemetry';
import { dropFolder } from '../projects/jobs.ts';
import { type Collections, createCollections } from './collections/collections.ts';
import { createDocuments, type Documents } from './documents/documents.ts';
import { createIngest, type IngestData } from './documents/ingest.ts';
import { knowledgeFolder } from './keys.ts';
import { deletePrivate } from './privacy.ts';
import type { Reading } from './reading/reading.ts';
import { createEmbedding, type EmbedData } from './search/embed.ts';
import { createSearch, type SearchKnowledge } from './search/search.ts';

/** What assistants answer from: collections of documents, and the search over them. */
export interface Knowledge {
  readonly collections: Collections;
  readonly documents: Documents;
  readonly search: SearchKnowledge;
  /** Reads the last upload of a document. Work of a job. */
  ingest(data: IngestData, signal: AbortSignal): Promise<void>;
  /** Embeds what has no vector of the present model. Work of a job. */
  embed(data: EmbedData, signal: AbortSignal): Promise<void>;
  /** Deletes everything of a company, its members' private collections included. */
  purge(companyId: string): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly tenants: Tenants;
  readonly llm: Llm;
  readonly storage: Storage;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly reading: Reading;
}

export function createKnowledge(dependencies: Dependencies): Knowledge {
  const { database, jobs } = dependencies;
  const collections = createCollections(dependencies);
  return {
    collections,
    documents: createDocuments({ ...dependencies, collections }),
    search: createSearch(dependencies),
    ingest: createIngest(dependencies),
    embed: createEmbedding(dependencies),
    purge: (companyId) =>
      database.transaction(
        async (tx) => {
          await tx.run(sql`DELETE FROM assistants.collection`);
          const people = await tx.rows<{ owner_id: string }>(
            sql`SELECT owner_id FROM assistants.person_company WHERE tenant_id = ${companyId}`,
          );
          for (const { owner_id: userId } of people) {
            await setScope(tx, { tenant: companyId, owner: userId });
            await deletePrivate(tx, jobs, { tenantId: companyId, userId });
          }
          await setScope(tx, { tenant: companyId });
          await jobs.send(tx, dropFolder, { folder: knowledgeFolder(companyId) });
        },
        { scope: { tenant: companyId } },
      ),
  };
}
