import { day, minute } from '#base/time';
import type { NewMemory } from '#capabilities/memory/server';
import type { DemoDoor } from '#platform/server/modules';
import type { MemoryAgent } from '../index.ts';
import { demoNotes, demoSessions } from './life.fixture.ts';

const demoAccount = 'user@demo.quintet.local';

function turnsOf(now: Date): readonly NewMemory[] {
  return demoSessions.flatMap(({ daysAgo, turns }) => {
    const start = now.getTime() - daysAgo * day;
    return turns.map(([speaker, content], index) => ({
      content,
      speaker,
      sessionId: `demo-${daysAgo}`,
      occurredAt: new Date(start + index * minute),
    }));
  });
}

/** A year of memories for the demonstration's user, consolidated; a memory that holds anything is left alone. */
export async function demo({ service, platform }: DemoDoor<MemoryAgent>): Promise<void> {
  const person = await service.findPerson(demoAccount);
  if (person === undefined) return;
  const scope = { ownerId: person };
  const { counts } = await service.memory.stats(scope);
  if (counts[0] > 0) return;
  await service.memory.rememberMany(scope, [...turnsOf(platform.clock()), ...demoNotes]);
  await service.memory.consolidate(scope);
}
