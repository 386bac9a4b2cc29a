import { type Database, setScope, sql } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import type { PersonalData } from '#platform/server/privacy';
import { CompanyDeleted } from '../contract/index.ts';
import { companiesOf, deleteMember, forgetMember, lockMembers, setRole } from './companies/company.store.ts';

/**
 * Memberships are exported; a person whose account goes leaves every company. Who was its only owner hands it to the member
 * of the highest role who joined first; a company without other members goes with its owner.
 */
export function membershipData({
  database,
  events,
}: {
  readonly database: Database;
  readonly events: Events;
}): PersonalData {
  return {
    async export(userId) {
      const companies = await companiesOf(database.scoped({ owner: userId }), userId);
      return companies.map(({ id, name, role, createdAt }) => ({
        id,
        name,
        role,
        created_at: createdAt.toISOString(),
      }));
    },
    async erase(tx, userId) {
      await setScope(tx, { owner: userId });
      for (const { id } of await companiesOf(tx, userId)) {
        await setScope(tx, { owner: userId, tenant: id });
        const others = (await lockMembers(tx, id)).filter((member) => member.userId !== userId);
        if (others.length === 0) {
          await tx.run(sql`DELETE FROM tenants.company WHERE id = ${id}`);
          await events.emit(tx, CompanyDeleted, { company_id: id });
          continue;
        }
        const heir =
          others.find(({ role }) => role === 'owner') ??
          others.find(({ role }) => role === 'admin') ??
          others.toSorted((left, right) => left.joinedAt.getTime() - right.joinedAt.getTime())[0];
        if (heir !== undefined && heir.role !== 'owner') await setRole(tx, id, heir.userId, 'owner');
        await deleteMember(tx, id, userId);
      }
      await setScope(tx, { owner: userId });
      await forgetMember(tx, userId);
    },
  };
}
