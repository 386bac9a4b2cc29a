import { CompanyDeleted } from '#capabilities/tenants/contract';
import type { ListenDoor } from '#platform/server/modules';
import type { AssistantsService } from '../assistants.ts';

/** Listeners of the module. */
export function listen({ on, service: { endCompany } }: ListenDoor<AssistantsService>): void {
  on(CompanyDeleted, 'assistants.end_company', ({ payload }) => endCompany(payload.company_id));
}
