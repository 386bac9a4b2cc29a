import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Database } from '#platform/server/database';
import type { Company } from '../companies/company.ts';
import { proofUntil } from '../directory/directory.store.ts';
import type { Acting } from '../index.ts';

/** What a company asks of its members besides an account. */
export interface Gate {
  /**
   * @throws Refusal `forbidden` `tenants.second_factor_required` or `tenants.directory_required` for a member who has not
   *   shown what the company asks for.
   */
  pass(company: Company, acting: Acting): Promise<void>;
  /** Until when this session counts as confirmed by the company's directory; undefined when it does not. */
  confirmedUntil(companyId: string, acting: Acting): Promise<Date | undefined>;
}

interface Dependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
}

export function createGate({ database, identity, clock }: Dependencies): Gate {
  const confirmedUntil = (companyId: string, { userId, sessionId }: Acting): Promise<Date | undefined> =>
    // A key has no session: it acts while its person has confirmed some session of theirs.
    proofUntil(database.scoped({ owner: userId }), { companyId, userId, sessionId, now: clock() });
  return {
    confirmedUntil,
    async pass({ id, name, secondFactorRequired, directoryRequired }, acting) {
      if (secondFactorRequired && !(await identity.hasSecondFactor(acting.userId)))
        throw new Refusal(
          'forbidden',
          'tenants.second_factor_required',
          'The company asks its members for a second factor. Turn it on in your account.',
          { company_id: id, company_name: name },
        );
      if (directoryRequired && (await confirmedUntil(id, acting)) === undefined)
        throw new Refusal(
          'forbidden',
          'tenants.directory_required',
          'The company asks its members to confirm each session by its directory.',
          { company_id: id, company_name: name },
        );
    },
  };
}
