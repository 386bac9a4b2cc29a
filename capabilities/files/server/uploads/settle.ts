import { Refusal } from '#base/refusal';
import type { Check } from '../checking/check.ts';
import type { FilesContext } from '../context.ts';
import type { FilesMetrics } from '../metrics.ts';
import { directClaim, quarantineKey } from '../publishing/keys.ts';
import type { Publish } from '../publishing/publishing.ts';
import type { Purposes } from '../purposes/purposes.ts';
import { releasePending } from './quota.store.ts';
import { refuseUpload, reopenUpload, type UploadRow } from './upload.store.ts';

/** An upload whose bytes lie in quarantine under this claim. */
export interface Quarantined {
  readonly upload: Pick<UploadRow, 'id' | 'owner_id' | 'purpose' | 'name' | 'declared_size'>;
  readonly claim: string;
  readonly storageKey: string;
}

export interface Settling {
  /** Checks and publishes; throws the verdict as a `Refusal` of kind `invalid` once it is kept. */
  settle(quarantined: Quarantined): Promise<void>;
  /** Lets the owner try again: nothing was decided. */
  reopen(quarantined: Pick<Quarantined, 'claim' | 'storageKey'> & { readonly fileId: string }): Promise<void>;
}

/** Whether an error is the last word about the bytes. */
export function isVerdict(error: unknown): error is Refusal {
  return error instanceof Refusal && error.kind === 'invalid';
}

export function createSettling(
  { database, storage }: FilesContext,
  parts: {
    readonly check: Check;
    readonly publish: Publish;
    readonly purposes: Purposes;
    readonly metrics: FilesMetrics;
  },
): Settling {
  const { check, publish, purposes, metrics } = parts;

  async function examine({ upload, claim, storageKey }: Quarantined): Promise<void> {
    const bytes = await storage.get(storageKey);
    if (bytes === undefined)
      throw new Refusal('conflict', 'files.not_uploaded', 'The bytes have not come yet.');
    if (bytes.byteLength !== upload.declared_size) {
      throw new Refusal('invalid', 'files.size_mismatch', 'The file has not the size that was announced.');
    }
    const sound = await metrics.checked(() => check(bytes, purposes.require(upload.purpose)));
    const { id, owner_id: ownerId, name } = upload;
    await publish({ id, ownerId, claim, name, isPending: true }, sound);
    metrics.published(bytes.byteLength);
  }

  return {
    async settle(quarantined) {
      const { upload, claim, storageKey } = quarantined;
      try {
        await examine(quarantined);
      } catch (error) {
        if (!isVerdict(error)) throw error;
        await database.transaction(async (tx) => {
          if (await refuseUpload(tx, { id: upload.id, claim, code: error.code })) {
            await releasePending(tx, upload.owner_id);
          }
        });
        metrics.refused(error.code);
        await storage.delete(storageKey);
        throw error;
      }
      await storage.delete(storageKey);
    },
    async reopen({ fileId, claim, storageKey }) {
      await database.transaction((tx) => reopenUpload(tx, { id: fileId, claim }));
      // What a browser put into the storage by itself may be looked at again; what came through us comes again.
      if (storageKey !== quarantineKey(fileId, directClaim)) await storage.delete(storageKey);
    },
  };
}
