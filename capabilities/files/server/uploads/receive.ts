import type { Readable } from 'node:stream';
import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import { minute } from '#base/time';
import { largestChecked } from '../../contract/index.ts';
import type { FilesContext } from '../context.ts';
import { checkUpload } from '../jobs/definitions.ts';
import { directClaim, quarantineKey } from '../publishing/keys.ts';
import type { Settling } from './settle.ts';
import { claimUpload, findUpload, startChecking, type UploadRow } from './upload.store.ts';

/** Takes the bytes of announced uploads; only their owner's, everybody else's are not found. */
export interface Receiving {
  receive(ownerId: string, id: string, body: Readable): Promise<void>;
  /** The bytes went to the object storage by themselves. */
  complete(ownerId: string, id: string): Promise<void>;
  /** What the job does with a large upload. */
  checkLater(work: {
    readonly fileId: string;
    readonly claim: string;
    readonly storageKey: string;
  }): Promise<void>;
}

/** A worker that has not moved for so long has died. */
const staleAfter = 15 * minute;

export function notFound(): Refusal {
  return new Refusal('not_found', 'files.not_found', 'There is no such file.');
}

async function* atMost(body: AsyncIterable<Uint8Array>, size: number): AsyncIterable<Uint8Array> {
  let received = 0;
  for await (const chunk of body) {
    received += chunk.byteLength;
    if (received > size) {
      throw new Refusal('invalid', 'files.size_mismatch', 'The file is larger than was announced.');
    }
    yield chunk;
  }
}

export function createReceiving(
  { database, storage, jobs, clock }: FilesContext,
  settling: Settling,
): Receiving {
  async function claim(ownerId: string, id: string, token: string): Promise<UploadRow> {
    const now = clock();
    const staleBefore = new Date(now.getTime() - staleAfter);
    return database.transaction(async (tx) => {
      const mine = await claimUpload(tx, { id, ownerId, claim: token, now, staleBefore });
      if (mine !== undefined) return mine;
      const upload = await findUpload(tx, id);
      if (upload === undefined || upload.owner_id !== ownerId) throw notFound();
      const message = 'This upload is running already or is finished.';
      throw new Refusal('conflict', 'files.upload_running', message);
    });
  }

  async function examine(upload: UploadRow, token: string, storageKey: string): Promise<void> {
    const work = { file_id: upload.id, claim: token, storage_key: storageKey };
    const isLarge = upload.declared_size > largestChecked;
    const isMine = await database.transaction(async (tx) => {
      if (!(await startChecking(tx, { id: upload.id, claim: token, now: clock() }))) return false;
      if (isLarge) await jobs.send(tx, checkUpload, work, { id: token });
      return true;
    });
    if (!isMine) throw notFound();
    if (!isLarge) await settling.settle({ upload, claim: token, storageKey });
  }

  async function attempt(
    id: string,
    token: string,
    { storageKey, work }: { readonly storageKey: string; readonly work: () => Promise<void> },
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      // After a verdict the upload is no longer this claim's, and this does nothing.
      await settling.reopen({ fileId: id, claim: token, storageKey }).catch(() => undefined);
      throw error;
    }
  }

  return {
    async receive(ownerId, id, body) {
      const token = newId();
      const upload = await claim(ownerId, id, token);
      const storageKey = quarantineKey(id, token);
      const contentType = 'application/octet-stream';
      await attempt(id, token, {
        storageKey,
        work: async () => {
          await storage.putStream(storageKey, atMost(body, upload.declared_size), { contentType });
          await examine(upload, token, storageKey);
        },
      });
    },
    async complete(ownerId, id) {
      const token = newId();
      const upload = await claim(ownerId, id, token);
      const storageKey = quarantineKey(id, directClaim);
      await attempt(id, token, { storageKey, work: () => examine(upload, token, storageKey) });
    },
    async checkLater({ fileId, claim: token, storageKey }) {
      const upload = await findUpload(database, fileId);
      if (upload === undefined || upload.status !== 'checking' || upload.claim !== token) return;
      await settling.settle({ upload, claim: token, storageKey }).catch((error: unknown) => {
        if (!(error instanceof Refusal && error.kind === 'invalid')) throw error;
      });
    },
  };
}
