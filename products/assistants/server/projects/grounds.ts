import { LRUCache } from 'lru-cache';
import type { Workspace } from '#capabilities/tenants/server';
import type { Database } from '#platform/server/database';
import type { Storage } from '#platform/server/storage';
import type { PackedGround } from '../engines/tasks/ground.ts';
import { groundKey } from './keys.ts';
import { nothingRead } from './refusals.ts';
import { versionsRead } from './versions-read.ts';

/** Bytes all kept grounds may have together. */
const mostKept = 128 * 1024 ** 2;

/** What checks of code and queries are told of a project. */
export interface Grounds {
  /**
   * The newest version of a project, packed.
   * @throws Refusal `not_found` `assistants.project_not_found`, `conflict` `assistants.project_empty`.
   */
  newest(workspace: Workspace, projectId: string): Promise<PackedGround>;
}

interface Dependencies {
  readonly database: Database;
  readonly storage: Pick<Storage, 'get'>;
}

/** Packed versions never change: those used lately stay in memory. */
export function createGrounds({ database, storage }: Dependencies): Grounds {
  const cache = new LRUCache<string, Uint8Array>({
    maxSize: mostKept,
    sizeCalculation: ({ length }) => Math.max(1, Math.min(length, mostKept)),
    fetchMethod: (key) => storage.get(key),
  });
  return {
    async newest({ companyId }, projectId) {
      const [version] = await versionsRead(database.scoped({ tenant: companyId }), projectId);
      const key = groundKey(companyId, projectId, version?.graphId ?? '');
      const packed = await cache.fetch(key);
      // A version from before grounds were kept: the next upload makes one.
      if (packed === undefined) throw nothingRead();
      return { key, packed };
    },
  };
}
