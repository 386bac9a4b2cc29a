import { newId } from '#base/ids';
import type { Files } from '#capabilities/files/server';
import type { Database, Tx } from '#platform/server/database';
import type { Log } from '#platform/server/telemetry';
import type { Moderation } from '../index.ts';
import { insertBlock, nearestBlocked } from './image-block.store.ts';
import type { ImageBlock } from './image-block.ts';
import { mirroredHash } from './mirrored.ts';

/** Bits in which two pictures may differ and still count as one; different scenes differ in 16 and more. */
const samePicture = 10;

type BlockedHash = Pick<ImageBlock, 'hash' | 'mirroredHash'>;

export interface Images {
  readonly inspectImages: Moderation['inspectImages'];
  /** Reads what `block` needs; done before the transaction, as pictures take time. */
  hashesOf(fileIds: readonly string[]): Promise<readonly BlockedHash[]>;
  block(
    tx: Tx,
    hashes: readonly BlockedHash[],
    by: { readonly moderatorId: string; readonly caseId: string; readonly at: Date },
  ): Promise<void>;
}

export function createImages({
  files,
  database,
  log,
}: {
  readonly files: Pick<Files, 'files' | 'read'>;
  readonly database: Database;
  readonly log: Log;
}): Images {
  async function mirrored(fileId: string): Promise<string | null> {
    try {
      const bytes = await files.read(fileId);
      return bytes === undefined ? null : await mirroredHash(bytes);
    } catch (error) {
      log.warn(
        { err: error, file: fileId },
        'A blocked picture could not be mirrored; only the picture itself is blocked.',
      );
      return null;
    }
  }

  return {
    async inspectImages(reader, fileIds) {
      if (fileIds.length === 0) return { verdict: 'clean', flags: [] };
      const views = await files.files(reader, fileIds);
      const hashes = [...views.values()].flatMap(({ perceptualHash }) => perceptualHash ?? []);
      const distances = await nearestBlocked(reader, hashes);
      const flags = distances
        .filter((distance) => distance <= samePicture)
        .map((distance) => ({ code: 'image_blocklist', score: 1 - distance / 64 }));
      return { verdict: flags.length === 0 ? 'clean' : 'hold', flags };
    },

    async hashesOf(fileIds) {
      const views = await files.files(database, fileIds);
      const hashed = [...views.values()].flatMap(({ id, perceptualHash }) =>
        perceptualHash === null ? [] : [{ id, hash: perceptualHash }],
      );
      return Promise.all(hashed.map(async ({ id, hash }) => ({ hash, mirroredHash: await mirrored(id) })));
    },

    async block(tx, hashes, { moderatorId, caseId, at }) {
      for (const hash of hashes)
        await insertBlock(tx, { ...hash, id: newId(), caseId, blockedBy: moderatorId, blockedAt: at });
    },
  };
}
