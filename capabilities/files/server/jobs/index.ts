import type { WorkDoor } from '#platform/server/modules';
import type { FilesService } from '../service.ts';
import { checkUpload, collectFiles, purgeAddresses, removeObjects } from './definitions.ts';

/** Handlers of the module's jobs. */
export function work({ handle, service, platform }: WorkDoor<FilesService>): void {
  handle(checkUpload, async ({ data }) => {
    await service.checkLater({ fileId: data.file_id, claim: data.claim, storageKey: data.storage_key });
  });
  handle(removeObjects, ({ data, signal }) => service.removeStored(data.file_ids, signal));
  handle(purgeAddresses, ({ data, signal }) => service.purge(data.urls, signal));
  handle(collectFiles, async ({ signal }) => {
    const collected = await service.collect(signal);
    platform.log.info({ ...collected }, 'Files were collected.');
  });
}
