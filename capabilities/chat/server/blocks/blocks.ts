import type { Page } from '#base/page';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Database } from '#platform/server/database';
import { personUnknown, selfRefusal } from '../refusals.ts';
import { deleteBlock, insertBlock } from './block.store.ts';
import { listBlocks } from './block-list.read.ts';

export interface BlockedPerson {
  readonly id: string;
  readonly displayName: string;
  readonly createdAt: Date;
}

/** Whom a person does not want to hear from. */
export interface Blocks {
  list(
    userId: string,
    options: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<BlockedPerson>>;
  /** Throws a Refusal for oneself and for nobody. */
  block(userId: string, otherId: string): Promise<void>;
  unblock(userId: string, otherId: string): Promise<void>;
}

export interface BlocksOptions {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
}

export function createBlocks({ database, identity, clock }: BlocksOptions): Blocks {
  return {
    async list(userId, options) {
      const { items, nextCursor } = await listBlocks(database, userId, options);
      const people = await identity.people(items.map(({ user_id }) => user_id));
      return {
        nextCursor,
        items: items.map(({ user_id, created_at }) => ({
          id: user_id,
          displayName: people.get(user_id)?.displayName ?? '',
          createdAt: created_at,
        })),
      };
    },
    async block(userId, otherId) {
      if (userId === otherId) throw selfRefusal();
      if ((await identity.person(otherId)) === undefined) throw personUnknown();
      await database.transaction((tx) => insertBlock(tx, userId, otherId, clock()));
    },
    async unblock(userId, otherId) {
      await database.transaction((tx) => deleteBlock(tx, userId, otherId));
    },
  };
}
