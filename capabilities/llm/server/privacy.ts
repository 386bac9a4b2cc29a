import type { Cache } from '#platform/server/cache';
import type { Database } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import { eraseUsage, usageOf } from './usage/usage.store.ts';

/** The cache tag that holds all results of one owner. */
export function ownerTag(owner: string): string {
  return `owner:${owner}`;
}

/** Usage figures and cached answers are all the module keeps about a person. */
export function llmPrivacy(database: Database, cache: Cache): PersonalData {
  return {
    export: async (userId) => ({ usage: await usageOf(database, userId) }),
    async erase(tx, userId) {
      await eraseUsage(tx, userId);
      tx.afterCommit(() => cache.deleteByTag(ownerTag(userId)));
    },
  };
}
