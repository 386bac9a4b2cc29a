import type { WorkDoor } from '#platform/server/modules';
import type { TenantsService } from '../service.ts';
import { endCompany } from './definitions.ts';

export function work({ handle, service }: WorkDoor<TenantsService>): void {
  handle(endCompany, ({ data }) => service.closing.end(data.company_id));
}
