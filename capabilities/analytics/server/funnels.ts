import type { Database } from '#platform/server/database';
import { checkFunnel } from './funnels.rules.ts';
import { loadFunnels, saveFunnel } from './funnels.store.ts';
import type { FunnelDefinition } from './index.ts';

/** The funnels that count: those of this process and those that other processes left in the database. */
export interface Funnels {
  /** Keeps what the products of this process describe. Throws for a funnel that cannot be counted. */
  prepare(): Promise<void>;
  /** Of this process' products, for screens and tracking. */
  own(): readonly FunnelDefinition[];
  /** All, for counting. */
  all(): Promise<readonly FunnelDefinition[]>;
}

export function createFunnels(
  database: Database,
  filled: () => readonly (readonly FunnelDefinition[])[],
): Funnels {
  let known: readonly FunnelDefinition[] = [];
  return {
    async prepare() {
      known = filled().flat();
      known.forEach(checkFunnel);
      const names = known.map(({ name }) => name);
      if (new Set(names).size < names.length) throw new Error('Two funnels have the same name.');
      await database.transaction(async (tx) => {
        for (const definition of known) await saveFunnel(tx, definition);
      });
    },
    own: () => known,
    all: () => loadFunnels(database),
  };
}
