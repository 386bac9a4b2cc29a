import type { WorkDoor } from '#platform/server/modules';
import type { MemoryEngine } from '../engine.ts';
import { collectGarbageJob, consolidateMemory } from './definitions.ts';

/** Handlers of the module's jobs. */
export function work({ handle, service, platform }: WorkDoor<MemoryEngine>): void {
  handle(consolidateMemory, async ({ data, signal }) => {
    const { owner_id: ownerId, agent_id: agentId = 'default' } = data;
    if (ownerId === undefined) {
      await service.sendConsolidations(signal);
      return;
    }
    const scope = { ownerId, agentId };
    await service.consolidate(scope, { signal });
    await service.embed(scope, signal);
  });
  handle(collectGarbageJob, async () => {
    const report = await service.collectGarbage('all');
    platform.log.info({ ...report }, 'Memory garbage was collected.');
    if (report.errors.length > 0) throw new Error('Parts of memory garbage collection failed.');
  });
}
