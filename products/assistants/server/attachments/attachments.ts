import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Workspace } from '#capabilities/tenants/server';
import type { Database, Reader, Tx } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Storage } from '#platform/server/storage';
import { enterCompany } from '../conversations/conversation.store.ts';
import { type PrivateOwner, privateScope } from '../conversations/scope.ts';
import type { RunEngine } from '../engines/engines.ts';
import type { AttachedFile } from '../tools/tool.ts';
import {
  attachmentIds,
  attachTo,
  countLoose,
  deleteLoose,
  findAttachments,
  insertAttachment,
  readAttachments,
} from './attachment.store.ts';
import type { Attachment, ReadAttachment } from './attachment.ts';
import { dropBytes, dropLooseFile } from './jobs.ts';

const mostLoose = 50;
const loosePeriodSeconds = 24 * 60 * 60;

/** The files people attach to questions: read once, kept with the conversation, private like it. */
export interface Attachments {
  /**
   * Reads and keeps a file. It is deleted after a day unless a question took it.
   * @throws Refusal `invalid` `assistants.file_*` with the reason, `limited` `assistants.too_many_files`.
   */
  add(
    workspace: Workspace,
    file: { readonly name: string; readonly bytes: Uint8Array; readonly locale: 'ru' | 'en' },
  ): Promise<Attachment>;
  /** @throws Refusal `not_found` `assistants.file_not_found`. */
  get(workspace: Workspace, id: string): Promise<Attachment>;
  /** @throws as `get`. */
  bytes(workspace: Workspace, id: string): Promise<Uint8Array>;
  /** By id; unknown ones are left out. */
  known(workspace: Workspace, ids: readonly string[]): Promise<ReadonlyMap<string, Attachment>>;
  /** What was read of files, in the order given. @throws as `get`. */
  read(workspace: Workspace, ids: readonly string[]): Promise<readonly ReadAttachment[]>;
  /** Files as tools get them. */
  forTools(workspace: Workspace, files: readonly ReadAttachment[]): Promise<readonly AttachedFile[]>;
  /** Gives files to a conversation, in the transaction. @throws as `get`. */
  attach(tx: Tx, conversationId: string, ids: readonly string[]): Promise<void>;
  /** @throws as `get`, and Refusal `conflict` `assistants.file_in_use`. */
  delete(workspace: Workspace, id: string): Promise<void>;
  /** Deletes a file that no question took; one that was taken stays. */
  dropLoose(companyId: string, ownerId: string, id: string): Promise<void>;
  /** Lets go of the bytes of a conversation's files, in the transaction that deletes it. */
  dropOf(tx: Tx, company: Pick<Workspace, 'companyId'>, conversationId?: string): Promise<void>;
}

/** Where the bytes of a file are kept. */
export function keyOf(companyId: string, id: string): string {
  return `assistants/files/${companyId}/${id}`;
}

function notFound(): Refusal {
  return new Refusal('not_found', 'assistants.file_not_found', 'There is no such file.');
}

interface Dependencies {
  readonly database: Database;
  readonly storage: Storage;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly run: RunEngine;
}

export function createAttachments({ database, storage, jobs, clock, run }: Dependencies): Attachments {
  const reader = (workspace: Workspace): Reader => database.scoped(privateScope(workspace));

  async function get(workspace: Workspace, id: string): Promise<Attachment> {
    const [found] = await findAttachments(reader(workspace), [id]);
    if (found === undefined) throw notFound();
    return found;
  }

  function dropIfLoose(who: PrivateOwner, id: string): Promise<number> {
    return database.transaction(
      async (tx) => {
        const gone = await deleteLoose(tx, id);
        if (gone > 0) await jobs.send(tx, dropBytes, { keys: [keyOf(who.companyId, id)] });
        return gone;
      },
      { scope: privateScope(who) },
    );
  }

  return {
    get,

    async add(workspace, { name, bytes, locale }) {
      // A copy: what is given to the thread is gone here.
      const given = { bytes: bytes.slice(), name, locale };
      const content = await run('readAttachment', given, { owner: workspace.userId });
      const now = clock();
      const made: ReadAttachment = {
        ...content,
        id: newId(now.getTime()),
        size: bytes.length,
        characters: content.text.length,
        conversationId: null,
        createdAt: now,
      };
      const { companyId: tenantId, userId: ownerId } = workspace;
      const key = keyOf(tenantId, made.id);
      await storage.put(key, bytes, { contentType: 'application/octet-stream' });
      try {
        await database.transaction(
          async (tx) => {
            await enterCompany(tx, { ownerId, tenantId });
            if ((await countLoose(tx)) >= mostLoose)
              throw new Refusal(
                'limited',
                'assistants.too_many_files',
                `${mostLoose} uploaded files belong to no question yet. Ask with them or delete some.`,
              );
            await insertAttachment(tx, { ...made, tenantId, ownerId });
            const loose = { company_id: tenantId, owner_id: ownerId, id: made.id };
            await jobs.send(tx, dropLooseFile, loose, { startAfterSeconds: loosePeriodSeconds });
          },
          { scope: privateScope(workspace) },
        );
      } catch (error) {
        await storage.delete(key);
        throw error;
      }
      return made;
    },

    async bytes(workspace, id) {
      await get(workspace, id);
      const bytes = await storage.get(keyOf(workspace.companyId, id));
      if (bytes === undefined) throw notFound();
      return bytes;
    },

    async known(workspace, ids) {
      const found = ids.length === 0 ? [] : await findAttachments(reader(workspace), ids);
      return new Map(found.map((file) => [file.id, file]));
    },

    async read(workspace, ids) {
      if (ids.length === 0) return [];
      const files = await readAttachments(reader(workspace), ids);
      if (files.length !== ids.length) throw notFound();
      return files;
    },

    forTools: (workspace, files) =>
      Promise.all(
        files.map(async ({ id, name, text }) => ({
          id,
          name,
          text,
          bytes: (await storage.get(keyOf(workspace.companyId, id))) ?? new Uint8Array(),
        })),
      ),

    async attach(tx, conversationId, ids) {
      if (ids.length > 0 && (await attachTo(tx, conversationId, ids)) !== ids.length) throw notFound();
    },

    async delete(workspace, id) {
      if ((await dropIfLoose(workspace, id)) > 0) return;
      await get(workspace, id);
      throw new Refusal(
        'conflict',
        'assistants.file_in_use',
        'The file belongs to a question. It goes with its conversation.',
      );
    },

    async dropLoose(companyId, userId, id) {
      await dropIfLoose({ companyId, userId }, id);
    },

    async dropOf(tx, { companyId }, conversationId) {
      const keys = (await attachmentIds(tx, conversationId)).map((id) => keyOf(companyId, id));
      for (let at = 0; at < keys.length; at += 100)
        await jobs.send(tx, dropBytes, { keys: keys.slice(at, at + 100) });
    },
  };
}
