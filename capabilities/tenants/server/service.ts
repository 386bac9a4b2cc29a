import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Database } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import { type Companies, createCompanies, tooLow } from './companies/companies.ts';
import { mayAct } from './companies/company.ts';
import type { Tenants } from './index.ts';
import { createInvitations, type Invitations } from './invitations/invitations.ts';
import { membershipData } from './privacy.ts';

/** Everything this module's own doors use; other modules see `Tenants` only. */
export interface TenantsService extends Tenants {
  readonly companies: Companies;
  readonly invitations: Invitations;
  readonly identity: Identity;
  readonly personalData: PersonalData;
}

interface Dependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly platform: { readonly publicUrl: string };
}

export function createTenants(dependencies: Dependencies): TenantsService {
  const companies = createCompanies(dependencies);
  const { publicUrl } = dependencies.platform;
  return {
    companies,
    invitations: createInvitations({ ...dependencies, companies, publicUrl }),
    identity: dependencies.identity,
    personalData: membershipData(dependencies.database),
    async workspace(userId, companyId) {
      if (companyId !== undefined && !isId(companyId))
        throw new Refusal('not_found', 'tenants.company_not_found', 'There is no such company among yours.');
      const { id, name, isPersonal, role } = await companies.find(userId, companyId);
      return { companyId: id, name, isPersonal, userId, role };
    },
    requireRole({ role }, least) {
      if (!mayAct(role, least)) throw tooLow();
    },
    members: ({ userId, companyId }) => companies.members(userId, companyId),
    isMember: companies.isMember,
  };
}
