import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { PlatformConfig } from '#platform/server/config';
import type { Database } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import type { Jobs } from '#platform/server/jobs';
import type { PersonalData } from '#platform/server/privacy';
import { directoryCallbackPath } from '../contract/index.ts';
import { type Closing, createClosing } from './companies/closing.ts';
import { type Companies, createCompanies, tooLow } from './companies/companies.ts';
import { mayAct } from './companies/company.ts';
import type { TenantsConfig } from './config.ts';
import { createDirectories, type Directories } from './directory/directories.ts';
import { createTrips, type Trips } from './directory/trips.ts';
import { createEntryRules, type EntryRules } from './entry/entry-rules.ts';
import { createGate, type Gate } from './entry/gate.ts';
import type { Tenants } from './index.ts';
import { createInvitations, type Invitations } from './invitations/invitations.ts';
import { membershipData } from './privacy.ts';

/** Everything this module's own doors use; other modules see `Tenants` only. */
export interface TenantsService extends Tenants {
  readonly closing: Closing;
  readonly companies: Companies;
  readonly database: Database;
  readonly directories: Directories;
  readonly entryRules: EntryRules;
  readonly gate: Gate;
  readonly invitations: Invitations;
  readonly identity: Identity;
  readonly personalData: PersonalData;
  readonly trips: Trips;
}

interface Dependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly config: TenantsConfig;
  readonly platform: Pick<PlatformConfig, 'publicUrl' | 'secretKey' | 'environment'>;
}

export function createTenants(dependencies: Dependencies): TenantsService {
  const companies = createCompanies(dependencies);
  const gate = createGate(dependencies);
  const { publicUrl, secretKey, environment } = dependencies.platform;
  const { DIRECTORY_PRIVATE_ADDRESSES: allowPrivate = environment !== 'production' } = dependencies.config;
  const directories = createDirectories({
    ...dependencies,
    companies,
    secretKey,
    redirectUri: `${publicUrl}${directoryCallbackPath}`,
    allowPrivate,
    timeoutMs: dependencies.config.DIRECTORY_TIMEOUT_MS,
  });
  return {
    closing: createClosing({ ...dependencies, companies }),
    companies,
    database: dependencies.database,
    directories,
    entryRules: createEntryRules({ ...dependencies, companies, gate }),
    gate,
    trips: createTrips({ ...dependencies, companies, directories, secretKey }),
    invitations: createInvitations({ ...dependencies, companies, publicUrl }),
    identity: dependencies.identity,
    personalData: membershipData(dependencies),
    async workspace(acting, companyId) {
      if (companyId !== undefined && !isId(companyId))
        throw new Refusal('not_found', 'tenants.company_not_found', 'There is no such company among yours.');
      const { userId } = acting;
      const company = await companies.find(userId, companyId);
      await gate.pass(company, acting);
      const { id, name, isPersonal, role } = company;
      return { companyId: id, name, isPersonal, userId, role };
    },
    requireRole({ role }, least) {
      if (!mayAct(role, least)) throw tooLow();
    },
    members: ({ userId, companyId }) => companies.members(userId, companyId),
    isMember: companies.isMember,
  };
}
