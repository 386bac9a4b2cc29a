import { defineRef } from '#base/ref';
import { identityRef } from '#capabilities/identity/server';
import { defineModule } from '#platform/server/modules';
import { CompanyDeleted } from '../contract/index.ts';
import { TenantsConfig } from './config.ts';
import { tenantsRef } from './index.ts';
import { endCompany } from './jobs/definitions.ts';
import { createTenants, type TenantsService } from './service.ts';

/** Companies and their members: whose data a request may see. */
export const tenantsModule = defineModule({
  name: 'tenants',
  // The same name, seen from inside with everything the module's own doors use.
  provides: defineRef<TenantsService>(tenantsRef.id),
  uses: { identity: identityRef },
  config: TenantsConfig,
  publishes: [CompanyDeleted],
  jobs: [endCompany],
  permissions: { manage_tenants: ['manager'] },
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createTenants,
  privacy: ({ personalData }) => personalData,
  demo: () => import('./demo/index.ts'),
  serve: () => import('./http/index.ts'),
  work: () => import('./jobs/index.ts'),
});
