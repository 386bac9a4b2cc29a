import { Check } from 'typebox/value';
import { MemoryMessage, memoryChannel } from '#capabilities/memory/contract';
import { useChannel, useInvalidate, useSession } from '#platform/web';
import { memoryGraph, memoryStats, searchMemory } from '../../contract/index.ts';
import { useConsolidationStore } from './consolidation-store.ts';

/** Follows what happens to the memory elsewhere: figures and lists catch up, consolidation shows its progress. */
export function useMemoryNews(): void {
  const { user } = useSession();
  const invalidate = useInvalidate();
  const note = useConsolidationStore(({ note: set }) => set);
  useChannel(user === null ? null : memoryChannel(user.id), (message) => {
    if (!Check(MemoryMessage, message)) return;
    if (message.kind === 'consolidation') note(message);
    const settled = message.kind === 'changed' || message.phase === 'finished';
    if (settled) void invalidate(memoryStats, searchMemory, memoryGraph);
  });
}
