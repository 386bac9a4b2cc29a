import { MemoriesPurged } from '#capabilities/memory/contract';
import { CompanyDeleted } from '#capabilities/tenants/contract';
import type { ListenDoor } from '#platform/server/modules';
import type { AssistantsService } from '../assistants.ts';

/** Listeners of the module. */
export function listen({ on, service: { endCompany, letGo } }: ListenDoor<AssistantsService>): void {
  on(CompanyDeleted, 'assistants.end_company', ({ payload }) => endCompany(payload.company_id));
  on(MemoriesPurged, 'assistants.let_go', ({ payload: { owner_id, agent_id, node_ids } }) =>
    letGo({ ownerId: owner_id, agentId: agent_id, nodeIds: node_ids }),
  );
}
