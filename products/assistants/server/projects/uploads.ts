import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Workspace } from '#capabilities/tenants/server';
import type { Database } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Storage } from '#platform/server/storage';
import { dropBytes } from '../attachments/jobs.ts';
import { enterCompany } from '../conversations/conversation.store.ts';
import { readUpload } from './jobs.ts';
import { uploadKey } from './keys.ts';
import { lockProject } from './project.store.ts';
import type { Upload, UploadKind } from './project.ts';
import { noProject, noUpload } from './refusals.ts';
import { deleteUploads, insertUpload, setLeaving, uploadsOf } from './upload.store.ts';

const mostUploads = 500;
/** Longer than all tries of the job together: whatever was not read by then never will be. */
const longestReadingMs = 6 * 60 * 60_000;
const largestModule = 16 * 1024 ** 2;

export interface NewFile {
  readonly name: string;
  readonly kind: UploadKind;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Files on their way into a project, and out of it. */
export interface Uploads {
  add(workspace: Workspace, projectId: string, file: NewFile): Promise<Upload>;
  remove(workspace: Workspace, projectId: string, uploadId: string): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly storage: Storage;
  readonly clock: Clock;
}

/** A path inside a configuration; anything else is refused. */
function modulePath(name: string): string {
  const path = name.replaceAll('\\', '/').replace(/^\/+/u, '');
  const isSound = /\.bsl$/iu.test(path) && !path.split('/').includes('..') && !/\p{Cc}/u.test(path);
  if (isSound) return path;
  throw new Refusal(
    'invalid',
    'assistants.not_a_module',
    'A single module is a .bsl file, named by its path inside the configuration.',
  );
}

const fileName = (name: string): string =>
  (name.split(/[\\/]/u).at(-1) ?? '').replaceAll(/\p{C}/gu, '').trim().slice(0, 500) || 'archive.zip';

export function createUploads({ database, jobs, storage, clock }: Dependencies): Uploads {
  return {
    async add({ companyId, userId }, projectId, { name, kind, bytes }) {
      const at = clock();
      const id = newId(at.getTime());
      const safeName = kind === 'module' ? modulePath(name) : fileName(name);
      const key = uploadKey(companyId, projectId, id);
      const { size } = await storage.putStream(key, bytes, { contentType: 'application/octet-stream' });
      const made = { id, tenantId: companyId, projectId, name: safeName, kind, size, uploadedBy: userId, at };
      try {
        if (size === 0) throw new Refusal('invalid', 'assistants.file_empty', 'The file is empty.');
        if (kind === 'module' && size > largestModule)
          throw new Refusal('invalid', 'assistants.file_too_large', 'A module may have 16 MB.');
        await database.transaction(
          async (tx) => {
            if ((await lockProject(tx, projectId)) === undefined) throw noProject();
            const there = await uploadsOf(tx, projectId);
            if (there.length >= mostUploads)
              throw new Refusal(
                'limited',
                'assistants.too_many_uploads',
                `A project may have ${mostUploads} files; forget those that were refused.`,
              );
            await enterCompany(tx, { ownerId: userId, tenantId: companyId });
            await insertUpload(tx, made);
            await jobs.send(tx, readUpload, { company_id: companyId, project_id: projectId, upload_id: id });
          },
          { scope: { tenant: companyId } },
        );
      } catch (error) {
        await storage.delete(key);
        throw error;
      }
      return {
        id,
        name: safeName,
        kind,
        size,
        status: 'waiting',
        leaving: false,
        progress: 0,
        fault: undefined,
        uploadedBy: userId,
        createdAt: at,
      };
    },

    remove: ({ companyId }, projectId, uploadId) =>
      database.transaction(
        async (tx) => {
          await lockProject(tx, projectId);
          const found = (await uploadsOf(tx, projectId)).find(({ id }) => id === uploadId);
          if (found === undefined) throw noUpload();
          const isRead = found.status === 'waiting' || found.status === 'reading';
          const isStuck = isRead && clock().getTime() - found.createdAt.getTime() > longestReadingMs;
          if ((isRead && !isStuck) || found.leaving)
            throw new Refusal(
              'conflict',
              'assistants.upload_in_progress',
              'The file is being read. Try again when that is done.',
            );
          if (found.status === 'refused' || isStuck) {
            await deleteUploads(tx, [uploadId]);
            await jobs.send(tx, dropBytes, { keys: [uploadKey(companyId, projectId, uploadId)] });
            return;
          }
          await setLeaving(tx, uploadId, true);
          await jobs.send(tx, readUpload, {
            company_id: companyId,
            project_id: projectId,
            upload_id: uploadId,
          });
        },
        { scope: { tenant: companyId } },
      ),
  };
}
