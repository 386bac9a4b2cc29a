import { createHash } from 'node:crypto';
import { newId } from '#base/ids';
import type { Page } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Tenants, Workspace } from '#capabilities/tenants/server';
import type { Database, Reader } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Storage } from '#platform/server/storage';
import { enterCompany } from '../../conversations/conversation.store.ts';
import { dropFolder } from '../../projects/jobs.ts';
import { knowledgeScope, mayManage } from '../collections/access.ts';
import { addToFigures, lockCollection } from '../collections/collection.store.ts';
import type { Collections } from '../collections/collections.ts';
import { collectionFolder, documentKey } from '../keys.ts';
import type { DocumentPart } from '../reading/text-document.ts';
import {
  type DocumentFilters,
  deleteDocument,
  findDocument,
  findPart,
  listDocuments,
  lockByName,
  writeUpload,
} from './document.store.ts';
import type { DocumentDetail, KnowledgeDocument } from './document.ts';
import { ingestDocument } from './jobs.ts';

const mostDocuments = 10_000;

/** Documents of collections. One in a collection that a person may not read does not exist for them. */
export interface Documents {
  /** @throws Refusal `not_found` `assistants.collection_not_found`. */
  list(
    workspace: Workspace,
    collectionId: string,
    filters: DocumentFilters,
  ): Promise<Page<KnowledgeDocument>>;
  /** @throws Refusal `not_found` `assistants.document_not_found`. */
  get(workspace: Workspace, id: string): Promise<DocumentDetail>;
  /** @throws as `get`, and Refusal `not_found` `assistants.part_not_found`. */
  part(workspace: Workspace, id: string, no: number): Promise<DocumentPart>;
  /** @throws as `get`. */
  bytes(workspace: Workspace, id: string): Promise<Uint8Array>;
  /** Keeps a file and has it read; `unchanged`: it is there already. @throws Refusal `invalid` `assistants.file_empty`. */
  upload(
    workspace: Workspace,
    collectionId: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<{ readonly document: KnowledgeDocument; readonly unchanged: boolean }>;
  /** @throws as `get`. */
  delete(workspace: Workspace, id: string): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly tenants: Tenants;
  readonly storage: Storage;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly collections: Collections;
}

const notFound = (): Refusal =>
  new Refusal('not_found', 'assistants.document_not_found', 'There is no such document.');

/** Longer than all tries of the job together: whatever was not read by then never will be. */
const longestReadingMs = 6 * 60 * 60_000;

/** Its text is there, or on its way. */
function isBeingKept(
  { status, updatedAt }: Pick<KnowledgeDocument, 'status' | 'updatedAt'>,
  now: Date,
): boolean {
  if (status === 'ready') return true;
  return status !== 'refused' && now.getTime() - updatedAt.getTime() < longestReadingMs;
}

const fileName = (name: string): string =>
  (name.split(/[\\/]/u).at(-1) ?? '').replaceAll(/\p{C}/gu, '').trim().slice(0, 255) || 'file';

export function createDocuments(dependencies: Dependencies): Documents {
  const { database, tenants, storage, jobs, clock, collections } = dependencies;
  const reader = (workspace: Workspace): Reader => database.scoped(knowledgeScope(workspace));

  async function get(workspace: Workspace, id: string): Promise<DocumentDetail> {
    const found = await findDocument(reader(workspace), workspace, id);
    if (found === undefined) throw notFound();
    return found;
  }

  return {
    get,

    async list(workspace, collectionId, filters) {
      await collections.get(workspace, collectionId);
      return listDocuments(reader(workspace), collectionId, filters);
    },

    async part(workspace, id, no) {
      const found = await findPart(reader(workspace), workspace, id, no);
      if (found !== undefined) return found;
      await get(workspace, id);
      throw new Refusal('not_found', 'assistants.part_not_found', 'The text has no such part.');
    },

    async bytes(workspace, id) {
      const document = await get(workspace, id);
      const bytes = await storage.get(documentKey(workspace.companyId, document));
      if (bytes === undefined) throw notFound();
      return bytes;
    },

    async upload(workspace, collectionId, { name, bytes }) {
      const collection = await collections.get(workspace, collectionId);
      const isPrivate = collection.reading.kind === 'private';
      if (!isPrivate) tenants.requireRole(workspace, 'member');
      if (bytes.length === 0) throw new Refusal('invalid', 'assistants.file_empty', 'The file is empty.');
      const { companyId: tenantId, userId } = workspace;
      const at = clock();
      const safeName = fileName(name);
      const hash = createHash('sha256').update(bytes).digest();
      const ownerId = isPrivate ? userId : undefined;
      const put = await database.transaction(
        async (tx) => {
          const count = await lockCollection(tx, collectionId);
          if (count === undefined) throw notFound();
          const known = await lockByName(tx, collectionId, safeName);
          if (known?.hash.equals(hash) === true && isBeingKept(known, at))
            return { id: known.id, unchanged: true };
          if (known === undefined && count >= mostDocuments)
            throw new Refusal(
              'limited',
              'assistants.too_many_documents',
              `A collection may have ${mostDocuments} documents.`,
            );
          // Whoever may not delete a document may not put another in its place.
          if (known !== undefined && known.uploadedBy !== userId && !mayManage(workspace, collection))
            tenants.requireRole(workspace, 'admin');
          await enterCompany(tx, { ownerId: userId, tenantId });
          const id = known?.id ?? newId(at.getTime());
          const revision = (known?.revision ?? 0) + 1;
          // Before the row commits: a job never meets an upload without bytes.
          await storage.put(documentKey(tenantId, { collectionId, id, revision }), bytes, {
            contentType: 'application/octet-stream',
          });
          await writeUpload(tx, {
            id,
            tenantId,
            ownerId,
            collectionId,
            name: safeName,
            size: bytes.length,
            hash,
            revision,
            uploadedBy: userId,
            at,
          });
          await jobs.send(tx, ingestDocument, {
            company_id: tenantId,
            ...(ownerId === undefined ? {} : { owner_id: ownerId }),
            document_id: id,
          });
          return { id, unchanged: false };
        },
        { scope: knowledgeScope(workspace) },
      );
      return { document: await get(workspace, put.id), unchanged: put.unchanged };
    },

    async delete(workspace, id) {
      const document = await get(workspace, id);
      const collection = await collections.get(workspace, document.collectionId);
      const isOwn = document.uploadedBy === workspace.userId;
      if (!mayManage(workspace, collection)) tenants.requireRole(workspace, isOwn ? 'member' : 'admin');
      await database.transaction(
        async (tx) => {
          await lockCollection(tx, document.collectionId);
          const gone = await deleteDocument(tx, id);
          if (gone === undefined) return;
          await addToFigures(tx, document.collectionId, {
            chunks: -gone.chunks,
            terms: -gone.terms,
            at: clock(),
          });
          const folder = `${collectionFolder(workspace.companyId, document.collectionId)}${id}/`;
          await jobs.send(tx, dropFolder, { folder });
        },
        { scope: knowledgeScope(workspace) },
      );
    },
  };
}
