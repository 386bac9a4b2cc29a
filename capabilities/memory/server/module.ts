import { defineRef } from '#base/ref';
import { llmRef } from '#capabilities/llm/server';
import { defineModule } from '#platform/server/modules';
import { MemoriesPurged, MemoryConsolidated } from '../contract/index.ts';
import { MemoryConfig } from './config.ts';
import { createEngine, type MemoryEngine } from './engine.ts';
import { memoryHealth } from './health.ts';
import { memoryRef } from './index.ts';
import { collectGarbageJob, consolidateMemory } from './jobs/definitions.ts';

/** What agents remember. */
export const memoryModule = defineModule({
  name: 'memory',
  // The same name, seen from inside with what the module's own doors use.
  provides: defineRef<MemoryEngine>(memoryRef.id),
  uses: { llm: llmRef },
  config: MemoryConfig,
  permissions: { manage_memory: ['manager', 'admin'] },
  publishes: [MemoryConsolidated, MemoriesPurged],
  jobs: [consolidateMemory, collectGarbageJob],
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createEngine,
  channels: () => [{ prefix: 'memory', mayFollow: (caller, rest) => caller.userId === rest }],
  health: (engine) => [memoryHealth(engine.figures)],
  privacy: (engine) => engine.personalData,
  work: () => import('./jobs/index.ts'),
  commands: () => import('./commands/index.ts'),
  close: (engine) => engine.close(),
});
