import { type Database, sql, type Tx } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import type { ExportLine } from '../contract/index.ts';
import type { IndexCache } from './recall/index-cache.ts';
import type { MemoryScope } from './spaces/scope.ts';
import { removeSpace, spacesOfOwner } from './spaces/space.store.ts';

export interface MemoryPrivacyOptions {
  readonly database: Database;
  readonly exportLines: (scope: MemoryScope) => AsyncIterable<ExportLine>;
  readonly indexes: IndexCache;
  readonly flush: (ownerId: string) => Promise<void>;
}

async function eraseOwner(tx: Tx, ownerId: string): Promise<string[]> {
  const spaces = await spacesOfOwner(tx, ownerId);
  if (spaces.length === 0) return [];
  // The caller's transaction belongs to nobody: row-level security lets it touch this owner only for these statements.
  const before = await tx.row<{ owner: string | null }>(sql`
    SELECT current_setting('quintet.owner', true) AS owner`);
  await tx.run(sql`SELECT set_config('quintet.owner', ${ownerId}, true)`);
  for (const { space_id } of spaces) await removeSpace(tx, space_id);
  await tx.run(sql`SELECT set_config('quintet.owner', ${before?.owner ?? ''}, true)`);
  return spaces.map(({ agent_id }) => agent_id);
}

/** All memories of a person, in every space. */
export function memoryPrivacy({ database, exportLines, indexes, flush }: MemoryPrivacyOptions): PersonalData {
  return {
    async export(userId) {
      const spaces = await spacesOfOwner(database, userId);
      const agents: Record<string, readonly ExportLine[]> = {};
      for (const { agent_id: agentId } of spaces) {
        agents[agentId] = await Array.fromAsync(exportLines({ ownerId: userId, agentId }));
      }
      return { agents };
    },
    async erase(tx, userId) {
      const agents = await eraseOwner(tx, userId);
      tx.afterCommit(async () => {
        for (const agentId of agents) indexes.drop({ ownerId: userId, agentId });
        await flush(userId);
      });
    },
  };
}
