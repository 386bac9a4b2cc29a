import { Refusal } from '#base/refusal';
import type { Identity } from '#capabilities/identity/server';
import type { Database } from '#platform/server/database';
import type { Companies } from '../companies/companies.ts';
import { findDirectory } from '../directory/directory.store.ts';
import type { Acting } from '../index.ts';
import type { Gate } from './gate.ts';
import { setRequirements } from './requirement.store.ts';

export interface Requirements {
  readonly secondFactor: boolean;
  readonly directory: boolean;
}

export interface EntryState extends Requirements {
  readonly hasDirectory: boolean;
  readonly mySecondFactor: boolean;
  readonly confirmedUntil: Date | undefined;
}

/** What the owners of a company ask of its members. */
export interface EntryRules {
  /** For every member, before anything was shown: whoever is asked must be able to see for what. */
  state(acting: Acting, companyId: string): Promise<EntryState>;
  /** Nobody can shut themselves out: owners ask others only for what they have shown themselves. */
  require(acting: Acting, companyId: string, wanted: Requirements): Promise<EntryState>;
}

interface Dependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly companies: Companies;
  readonly gate: Gate;
}

export function createEntryRules({ database, identity, companies, gate }: Dependencies): EntryRules {
  async function state(acting: Acting, companyId: string): Promise<EntryState> {
    const { userId } = acting;
    const company = await companies.find(userId, companyId);
    const [directory, mySecondFactor, confirmedUntil] = await Promise.all([
      findDirectory(database.scoped({ tenant: companyId }), companyId),
      identity.hasSecondFactor(userId),
      gate.confirmedUntil(companyId, acting),
    ]);
    return {
      secondFactor: company.secondFactorRequired,
      directory: company.directoryRequired,
      hasDirectory: directory !== undefined,
      mySecondFactor,
      confirmedUntil,
    };
  }

  return {
    state,
    async require(acting, companyId, wanted) {
      const { userId } = acting;
      const before = await state(acting, companyId);
      await companies.within(userId, companyId, 'owner', async (tx, { isPersonal }) => {
        if (isPersonal)
          throw new Refusal('conflict', 'tenants.personal_space', 'Nobody else enters a personal space.');
        if (wanted.secondFactor && !before.mySecondFactor)
          throw new Refusal(
            'conflict',
            'tenants.own_second_factor_first',
            'Turn a second factor on for yourself before you ask others for one.',
          );
        if (wanted.directory && !before.hasDirectory)
          throw new Refusal('conflict', 'tenants.directory_missing', 'The company has no directory.');
        if (wanted.directory && before.confirmedUntil === undefined)
          throw new Refusal(
            'conflict',
            'tenants.directory_untried',
            'Confirm your own session by the directory first: that shows that it works.',
          );
        await setRequirements(tx, companyId, wanted);
        await identity.audit(tx, {
          actorId: userId,
          action: 'tenants.entry_changed',
          subjectId: companyId,
          details: { second_factor: wanted.secondFactor, directory: wanted.directory },
        });
      });
      return state(acting, companyId);
    },
  };
}
