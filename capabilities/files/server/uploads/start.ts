import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import { hour } from '#base/time';
import type { Caller } from '#platform/server/http';
import type { PresignedUpload } from '#platform/server/storage';
import { isHopeless } from '../checking/media-type.rules.ts';
import type { FilesContext } from '../context.ts';
import { directClaim, quarantineKey } from '../publishing/keys.ts';
import type { Purposes } from '../purposes/purposes.ts';
import { announcedName } from './announced-name.rules.ts';
import { quotaUse, takeQuota } from './quota.store.ts';
import { insertUpload } from './upload.store.ts';

export interface UploadRequest {
  readonly purpose: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType?: string | undefined;
}

export interface StartedUpload {
  readonly id: string;
  readonly expiresAt: Date;
  /** Where the bytes go by themselves; undefined: through this server. */
  readonly direct: PresignedUpload | undefined;
}

export type StartUpload = (caller: Caller, request: UploadRequest) => Promise<StartedUpload>;

const lifetime = hour;

function at(pointer: string, message: string) {
  return { errors: [{ pointer: `/body/${pointer}`, message }] };
}

export function createStart(context: FilesContext, purposes: Purposes): StartUpload {
  const { database, storage, clock, config } = context;
  const limits = { dailyBytes: config.FILES_DAILY_BYTES, maxPending: config.FILES_MAX_PENDING };

  return async (caller, { purpose: purposeName, name, size, mediaType }) => {
    const purpose = purposes.require(purposeName);
    if (!purpose.mayUpload(caller)) {
      throw new Refusal('forbidden', 'files.not_allowed', 'You may not upload files here.');
    }
    if (size > purpose.maxSize) {
      const details = { ...at('size', `must be at most ${purpose.maxSize}`), max_size: purpose.maxSize };
      throw new Refusal('invalid', 'files.too_large', 'The file is too large.', details);
    }
    if (isHopeless(purpose.accept, mediaType)) {
      const details = { ...at('media_type', 'is not taken here'), accept: purpose.accept };
      throw new Refusal('invalid', 'files.type_refused', 'Files of this type are not taken here.', details);
    }
    const now = clock();
    const id = newId(now.getTime());
    const ownerId = caller.userId;
    await database.transaction(async (tx) => {
      if (!(await takeQuota(tx, ownerId, { now, size, limits }))) {
        const isCrowded = ((await quotaUse(tx, ownerId))?.pending ?? 0) >= limits.maxPending;
        throw isCrowded
          ? new Refusal('limited', 'files.too_many_pending', 'Finish the uploads you have started first.')
          : new Refusal(
              'limited',
              'files.quota_exceeded',
              'You have uploaded too much today. Go on tomorrow.',
            );
      }
      await insertUpload(tx, {
        id,
        owner_id: ownerId,
        purpose: purpose.purpose,
        name: announcedName(name),
        visibility: purpose.visibility,
        declared_size: size,
        created_at: now,
      });
    });
    const direct = await storage.presignUpload?.(quarantineKey(id, directClaim), {
      maxBytes: size,
      contentType: 'application/octet-stream',
      expiresSeconds: lifetime / 1_000,
    });
    return { id, expiresAt: new Date(now.getTime() + lifetime), direct };
  };
}
