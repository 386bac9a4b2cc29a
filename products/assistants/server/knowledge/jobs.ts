import type { WorkDoor } from '#platform/server/modules';
import type { AssistantsService } from '../assistants.ts';
import { dropFolder, readUpload } from '../projects/jobs.ts';
import { embedCollection, ingestDocument } from './documents/jobs.ts';

/** Jobs of projects and knowledge, for the module's declaration. */
export const knowledgeJobs = [readUpload, dropFolder, ingestDocument, embedCollection] as const;

/** Their handlers. */
export function workOnKnowledge({ handle, service, platform }: WorkDoor<AssistantsService>): void {
  const { readProject, knowledge } = service;
  handle(readUpload, ({ data, signal }) =>
    readProject({ companyId: data.company_id, projectId: data.project_id, uploadId: data.upload_id }, signal),
  );
  handle(dropFolder, async ({ data, signal }) => {
    for (const { key } of await platform.storage.list(data.folder)) {
      signal.throwIfAborted();
      await platform.storage.delete(key);
    }
  });
  handle(ingestDocument, ({ data, signal }) =>
    knowledge.ingest(
      { companyId: data.company_id, ownerId: data.owner_id, documentId: data.document_id },
      signal,
    ),
  );
  handle(embedCollection, ({ data, signal }) =>
    knowledge.embed(
      { companyId: data.company_id, ownerId: data.owner_id, collectionId: data.collection_id },
      signal,
    ),
  );
}
