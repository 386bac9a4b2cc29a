import { Refusal } from '#base/refusal';
import type { Tx } from '#platform/server/database';
import type { FilesContext } from '../context.ts';
import { purgeAddresses, removeObjects } from '../jobs/definitions.ts';
import { publishedPrefix, quarantinePrefix } from '../publishing/keys.ts';
import type { Links } from '../publishing/links.ts';
import { releasePending, removeQuota } from '../uploads/quota.store.ts';
import { notFound } from '../uploads/receive.ts';
import { findUpload } from '../uploads/upload.store.ts';
import { isUsed, lockFiles } from '../uses/use.store.ts';
import { deleteRows, idsOfOwner, publicAddresses, softDelete } from './removal.store.ts';

/** Takes files away: hidden at once, deleted for good now or later. */
export interface Removal {
  /** Out of sight, and out of the content network; the bytes stay until the collector takes them. */
  hide(tx: Tx, ids: readonly string[]): Promise<void>;
  /** For good: rows now, bytes by a job that is sent in the transaction. */
  destroy(tx: Tx, ids: readonly string[]): Promise<void>;
  /** Everything of a person, for good. */
  destroyOwner(tx: Tx, ownerId: string): Promise<void>;
  /** One file in whatever state, for good; nothing when it is not there. */
  take(tx: Tx, id: string): Promise<void>;
  /** What an owner may do: files in use stay (`files.in_use`). */
  deleteOwn(ownerId: string, id: string): Promise<void>;
  /** What the job does. */
  removeStored(ids: readonly string[], signal?: AbortSignal): Promise<void>;
}

const batch = 500;

/** Counts among its owner's pending uploads. */
function isOpen(status: string): boolean {
  return status === 'pending' || status === 'receiving' || status === 'checking';
}

export function createRemoval(context: FilesContext, links: Links): Removal {
  const { database, storage, jobs, clock, config, platform } = context;
  const isPurging = config.CDN_PURGE !== 'none';

  async function purge(tx: Tx, ids: readonly string[]): Promise<void> {
    if (!isPurging) return;
    const addresses = await publicAddresses(tx, ids);
    if (addresses.length === 0) return;
    const urls = addresses.map((address) => links.publicUrl({ id: '', ...address }));
    const absolute = urls.map((url) => (url.startsWith('/') ? `${platform.publicUrl}${url}` : url));
    await jobs.send(tx, purgeAddresses, { urls: absolute });
  }

  const removal: Removal = {
    async hide(tx, ids) {
      await purge(tx, ids);
      await softDelete(tx, ids, clock());
    },
    async destroy(tx, ids) {
      for (let at = 0; at < ids.length; at += batch) {
        const some = ids.slice(at, at + batch);
        await purge(tx, some);
        await deleteRows(tx, some);
        await jobs.send(tx, removeObjects, { file_ids: some });
      }
    },
    async destroyOwner(tx, ownerId) {
      await removal.destroy(tx, await idsOfOwner(tx, ownerId));
      await removeQuota(tx, ownerId);
    },
    async take(tx, id) {
      const [file] = await lockFiles(tx, [id]);
      if (file === undefined) return;
      if (isOpen(file.status)) await releasePending(tx, file.owner_id);
      await removal.destroy(tx, [id]);
    },
    async deleteOwn(ownerId, id) {
      await database.transaction(async (tx) => {
        await lockFiles(tx, [id]);
        const file = await findUpload(tx, id);
        if (file === undefined || file.owner_id !== ownerId) throw notFound();
        if (await isUsed(tx, id)) throw new Refusal('conflict', 'files.in_use', 'The file is in use.');
        if (isOpen(file.status)) await releasePending(tx, ownerId);
        await removal.hide(tx, [id]);
      });
    },
    async removeStored(ids, signal) {
      for (const id of ids) {
        signal?.throwIfAborted();
        for (const prefix of [quarantinePrefix(id), publishedPrefix(id)]) {
          for (const { key } of await storage.list(prefix)) await storage.delete(key);
        }
      }
    },
  };
  return removal;
}
