import type { Page } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Database } from '#platform/server/database';
import { deleteBlock, listBlocks } from './image-block.store.ts';
import type { ImageBlock } from './image-block.ts';

/** Blocked pictures, for moderators to look through and to take back. */
export interface Blocklist {
  list(options: Parameters<typeof listBlocks>[1]): Promise<Page<ImageBlock>>;
  /** @throws Refusal `not_found` `moderation.image_block_not_found`. */
  remove(id: string): Promise<void>;
}

export function createBlocklist(database: Database): Blocklist {
  return {
    list: (options) => listBlocks(database, options),
    async remove(id) {
      const removed = await database.transaction((tx) => deleteBlock(tx, id));
      if (removed === 0)
        throw new Refusal(
          'not_found',
          'moderation.image_block_not_found',
          'There is no such blocked picture.',
        );
    },
  };
}
