import type { Clock } from '#base/time';
import type { Database, Scope } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Storage } from '#platform/server/storage';
import type { Log } from '#platform/server/telemetry';
import { dropBytes } from '../../attachments/jobs.ts';
import { addToFigures, lockCollection } from '../collections/collection.store.ts';
import { documentKey } from '../keys.ts';
import { isPassing, type Reading, ReadingTooLarge } from '../reading/reading.ts';
import type { LocalWords, ReadResult } from '../reading/text-document.ts';
import {
  findPending,
  finishDocument,
  lockPending,
  refuseDocument,
  setReadingProgress,
  writeIndex,
} from './index.store.ts';
import { embedCollection } from './jobs.ts';

const broken: LocalWords = {
  ru: 'Файл не удалось прочитать: он повреждён.',
  en: 'The file could not be read: it is damaged.',
};
const tooLarge: LocalWords = {
  ru: 'Для этого файла не хватает памяти сервера: разделите его.',
  en: 'Reading the file needs more memory than is allowed: split it.',
};

export interface IngestData {
  readonly companyId: string;
  readonly ownerId: string | undefined;
  readonly documentId: string;
}

interface Dependencies {
  readonly database: Database;
  readonly storage: Storage;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly reading: Reading;
}

/** Reads the last upload of a document and puts its text in place of the earlier one, in one transaction. */
export function createIngest({ database, storage, jobs, clock, log, reading }: Dependencies) {
  async function read(bytes: Uint8Array | undefined, name: string, signal: AbortSignal): Promise<ReadResult> {
    if (bytes === undefined) return { ok: false, fault: broken };
    try {
      return await reading.file(bytes, name, { signal });
    } catch (error) {
      signal.throwIfAborted();
      if (isPassing(error)) throw error;
      log.warn({ error }, 'A document could not be read.');
      return { ok: false, fault: error instanceof ReadingTooLarge ? tooLarge : broken };
    }
  }

  return async ({ companyId, ownerId, documentId }: IngestData, signal: AbortSignal): Promise<void> => {
    const scope: Scope = { tenant: companyId, ...(ownerId === undefined ? {} : { owner: ownerId }) };
    const reader = database.scoped(scope);
    const pending = await findPending(reader, documentId);
    if (pending === undefined || pending.status === 'ready' || pending.status === 'refused') return;
    await setReadingProgress(reader, pending, 0.2);
    const bytes = await storage.get(documentKey(companyId, pending));
    const result = await read(bytes, pending.name, signal);
    if (result.ok) await setReadingProgress(reader, pending, 0.7);
    await database.transaction(
      async (tx) => {
        // The collection first, as uploads do.
        await lockCollection(tx, pending.collectionId);
        const now = await lockPending(tx, documentId);
        // Deleted, or uploaded again: the job of that upload does it.
        if (now === undefined || now.revision !== pending.revision) return;
        if (!result.ok) {
          await refuseDocument(tx, now, result.fault);
          return;
        }
        const { document } = result;
        const place = { tenantId: companyId, ownerId, collectionId: now.collectionId, documentId };
        await writeIndex(tx, place, document);
        await finishDocument(tx, now, document, clock());
        const [chunks, terms] = [document.passages.length - now.chunks, document.terms - now.terms];
        await addToFigures(tx, now.collectionId, { chunks, terms, at: clock() });
        const replaced = now.revision - Math.max(1, now.indexedRevision, now.revision - 100);
        const keys = Array.from({ length: replaced }, (_, back) =>
          documentKey(companyId, { ...now, revision: now.revision - 1 - back }),
        );
        if (keys.length > 0) await jobs.send(tx, dropBytes, { keys });
        await jobs.send(
          tx,
          embedCollection,
          {
            company_id: companyId,
            ...(ownerId === undefined ? {} : { owner_id: ownerId }),
            collection_id: now.collectionId,
          },
          { singletonKey: now.collectionId },
        );
      },
      { scope },
    );
  };
}
