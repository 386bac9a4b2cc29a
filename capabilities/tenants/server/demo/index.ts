import type { DemoDoor } from '#platform/server/modules';
import { insertMember } from '../companies/company.store.ts';
import type { CompanyRole } from '../index.ts';
import type { TenantsService } from '../service.ts';

const owner = 'admin';
const others: readonly (readonly [name: string, role: CompanyRole])[] = [
  ['manager', 'admin'],
  ['user', 'member'],
  ['moderator', 'viewer'],
];

/** A company of the demonstration's people with every role in it; a repeat does nothing. */
export async function demo({ service, platform }: DemoDoor<TenantsService>): Promise<void> {
  const person = (name: string) => service.identity.personByEmail(`${name}@demo.quintet.local`);
  const founder = await person(owner);
  if (founder === undefined) return;
  if ((await service.companies.list(founder.id)).some(({ isPersonal }) => !isPersonal)) return;
  const { id } = await service.companies.found(founder.id, 'Ромашка Софт');
  const members = await Promise.all(
    others.map(async ([name, role]) => ({ role, found: await person(name) })),
  );
  await platform.database.transaction(
    async (tx) => {
      for (const { role, found } of members)
        if (found !== undefined)
          await insertMember(tx, id, { userId: found.id, role, joinedAt: platform.clock() });
    },
    { scope: { tenant: id } },
  );
}
