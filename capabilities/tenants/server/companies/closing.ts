import { Refusal } from '#base/refusal';
import { type Clock, day } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Database } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import type { Jobs } from '#platform/server/jobs';
import { CompanyDeleted } from '../../contract/index.ts';
import { endCompany } from '../jobs/definitions.ts';
import type { Companies } from './companies.ts';
import { close, closedCompaniesOf, removeClosed, reopen } from './company.store.ts';
import type { ClosedCompany, Company } from './company.ts';

/** How long a closed company may be restored. */
export const graceOfClosed = 30 * day;

/** The end of a company: closed at once for everybody, gone for good later. */
export interface Closing {
  close(userId: string, companyId: string): Promise<void>;
  listClosed(userId: string): Promise<readonly ClosedCompany[]>;
  restore(userId: string, companyId: string): Promise<Company>;
  /** Ends a company that was closed long enough ago, and announces it; does nothing otherwise. */
  end(companyId: string): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly companies: Companies;
}

export function createClosing({ database, identity, clock, jobs, events, companies }: Dependencies): Closing {
  return {
    close: (userId, companyId) =>
      companies.within(userId, companyId, 'owner', async (tx, { isPersonal }) => {
        if (isPersonal)
          throw new Refusal('conflict', 'tenants.personal_space', 'A personal space goes with its account.');
        await close(tx, companyId, clock());
        // A little later than the last moment of restoring, so that the job finds the time over.
        const startAfterSeconds = graceOfClosed / 1_000 + 60;
        await jobs.send(tx, endCompany, { company_id: companyId }, { startAfterSeconds });
        await identity.audit(tx, { actorId: userId, action: 'tenants.company_closed', subjectId: companyId });
      }),

    listClosed: (userId) => closedCompaniesOf(database.scoped({ owner: userId }), userId),

    async restore(userId, companyId) {
      await database.transaction(
        async (tx) => {
          if ((await reopen(tx, companyId, userId)) === 0)
            throw new Refusal(
              'not_found',
              'tenants.company_not_found',
              'There is no such company among yours.',
            );
          await identity.audit(tx, {
            actorId: userId,
            action: 'tenants.company_restored',
            subjectId: companyId,
          });
        },
        { scope: { tenant: companyId, owner: userId } },
      );
      return companies.find(userId, companyId);
    },

    async end(companyId) {
      const closedBy = new Date(clock().getTime() - graceOfClosed);
      await database.transaction(
        async (tx) => {
          if ((await removeClosed(tx, companyId, closedBy)) === 0) return;
          await events.emit(tx, CompanyDeleted, { company_id: companyId });
          await identity.audit(tx, {
            actorId: null,
            action: 'tenants.company_ended',
            subjectId: companyId,
          });
        },
        { scope: { tenant: companyId } },
      );
    },
  };
}
