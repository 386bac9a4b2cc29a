import { MemoriesPurged } from '#capabilities/memory/contract';
import type { ListenDoor } from '#platform/server/modules';
import type { MemoryAgent } from '../index.ts';

/** The agent whose memory the conversations of this product stand on. */
const agent = 'default';

/** Listeners of the module. */
export function listen({ on, service: { conversations } }: ListenDoor<MemoryAgent>): void {
  on(MemoriesPurged, 'memory_agent.let_go', async ({ payload: { owner_id, agent_id, node_ids } }) => {
    if (agent_id === agent) await conversations.letGo(owner_id, node_ids);
  });
}
