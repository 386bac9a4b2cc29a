import { createHash } from 'node:crypto';
import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Database } from '#platform/server/database';
import type { Storage } from '#platform/server/storage';
import type { SoundFile } from '../checking/check.ts';
import { extensionOf, fileName, urlName } from '../names/file-name.rules.ts';
import { releasePending } from '../uploads/quota.store.ts';
import { insertObjects, type ObjectRow, publishFile } from './file.store.ts';
import { publishedPrefix } from './keys.ts';

export interface PublishedUpload {
  readonly id: string;
  readonly ownerId: string;
  readonly claim: string;
  readonly name: string;
  /** Announced by a person, so that it counts among their pending ones. */
  readonly isPending: boolean;
}

/** Stores what the check let through and makes it visible, all of it or nothing. */
export type Publish = (upload: PublishedUpload, sound: SoundFile) => Promise<void>;

export function createPublish({
  database,
  storage,
  clock,
}: {
  readonly database: Database;
  readonly storage: Storage;
  readonly clock: Clock;
}): Publish {
  async function store(fileId: string, claim: string, sound: SoundFile): Promise<ObjectRow[]> {
    const objects: ObjectRow[] = [];
    for (const { variantWidth, mediaType, body } of sound.renditions) {
      const hash = createHash('sha256').update(body).digest('hex');
      const key = `${publishedPrefix(fileId)}${claim}/${hash}.${extensionOf(mediaType)}`;
      await storage.put(key, body, { contentType: mediaType });
      objects.push({
        id: newId(),
        file_id: fileId,
        variant_width: variantWidth,
        media_type: mediaType,
        size: body.byteLength,
        content_hash: hash,
        storage_key: key,
        url_name: urlName(mediaType, variantWidth),
      });
    }
    return objects;
  }

  return async ({ id, ownerId, claim, name, isPending }, sound) => {
    const objects = await store(id, claim, sound);
    const isPublished = await database.transaction(async (tx) => {
      const published = {
        id,
        claim,
        name: fileName(name, sound.renditions[0].mediaType),
        now: clock(),
        sound,
      };
      if (!(await publishFile(tx, published))) return false;
      await insertObjects(tx, objects);
      if (isPending) await releasePending(tx, ownerId);
      return true;
    });
    if (isPublished) return;
    // Deleted meanwhile, or taken over: what was stored belongs to nobody.
    for (const { storage_key } of objects) await storage.delete(storage_key);
    throw new Refusal('not_found', 'files.not_found', 'There is no such file.');
  };
}
