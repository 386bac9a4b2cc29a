import { hash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Caller } from '#platform/server/http';
import type { QuestsContext } from '../uses.ts';

/** Counts who looked at a quest's page: a person once a day. Never delays or fails the page. */
export interface Views {
  seen(
    visitor: { readonly caller: Caller | null; readonly address: string },
    quest: { readonly id: string; readonly author: { readonly id: string } },
  ): void;
  /** Resolves when what was seen so far is written. */
  settled(): Promise<void>;
}

export function createViews({
  database,
  analytics,
  clock,
  log,
}: Pick<QuestsContext, 'database' | 'analytics' | 'clock' | 'log'>): Views {
  // Addresses are personal: visitors without an account are told apart by a digest that dies with the process.
  const salt = randomBytes(16).toString('base64url');
  const pending = new Set<Promise<void>>();

  const digest = (address: string) => hash('sha256', salt + address, 'base64url');
  // A person's view has a key, too: other processes may not know that it was counted.
  const counted = new LRUCache<string, true>({ max: 50_000 });

  async function count(name: string, userId: string | null, questId: string, ownerId: string): Promise<void> {
    try {
      await database.transaction((tx) =>
        analytics.track(tx, {
          name: 'quests.viewed',
          subjectId: questId,
          userId,
          ownerId,
          ...(userId === null ? {} : { key: `quests.viewed:${name}` }),
        }),
      );
    } catch (error) {
      counted.delete(name);
      log.warn({ err: error }, 'A view of a quest was not counted.');
    }
  }

  return {
    seen({ caller, address }, { id, author }) {
      if (caller?.userId === author.id) return;
      const userId = caller?.userId ?? null;
      const today = clock().toISOString().slice(0, 10);
      const name = `${userId ?? digest(address)}:${id}:${today}`;
      if (counted.has(name)) return;
      counted.set(name, true);
      const counting = count(name, userId, id, author.id).finally(() => pending.delete(counting));
      pending.add(counting);
    },
    settled: async () => void (await Promise.all(pending)),
  };
}
