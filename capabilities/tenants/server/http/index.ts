import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { Company, Member } from '../companies/company.ts';
import type { Invitation } from '../invitations/invitations.ts';
import type { TenantsService } from '../service.ts';

function presentCompany(
  { id, name, isPersonal, role, createdAt }: Company,
  active: boolean,
): contract.Company {
  return { id, name, personal: isPersonal, role, active, created_at: createdAt.toISOString() };
}

function presentMember({ userId, role, joinedAt }: Member, displayName: string): contract.Member {
  return { user_id: userId, display_name: displayName, role, joined_at: joinedAt.toISOString() };
}

function presentInvitation({ id, email, role, createdAt, expiresAt }: Invitation): contract.Invitation {
  return { id, email, role, created_at: createdAt.toISOString(), expires_at: expiresAt.toISOString() };
}

/** Companies of the person who asks. */
export function serve({
  mount,
  service: { companies, identity, invitations },
}: ServeDoor<TenantsService>): void {
  async function present(userId: string, company: Company): Promise<contract.Company> {
    const active = await companies.find(userId);
    return presentCompany(company, active.id === company.id);
  }
  async function presentMembers(members: readonly Member[]): Promise<contract.Member[]> {
    const people = await identity.people(members.map(({ userId }) => userId));
    return members.map((member) => presentMember(member, people.get(member.userId)?.displayName ?? ''));
  }

  mount(contract.listCompanies, async ({ caller }) => {
    const active = await companies.find(caller.userId);
    const all = await companies.list(caller.userId);
    return {
      items: all.map((company) => presentCompany(company, company.id === active.id)),
      next_cursor: null,
    };
  });
  mount(contract.createCompany, async ({ caller, body }) =>
    present(caller.userId, await companies.found(caller.userId, body.name)),
  );
  mount(contract.getCompany, async ({ caller, params }) =>
    present(caller.userId, await companies.find(caller.userId, params.id)),
  );
  mount(contract.renameCompany, async ({ caller, params, body }) =>
    present(caller.userId, await companies.rename(caller.userId, params.id, body.name)),
  );
  mount(contract.chooseCompany, async ({ caller, body }) =>
    present(caller.userId, await companies.choose(caller.userId, body.id)),
  );
  mount(contract.listMembers, async ({ caller, params }) => ({
    items: await presentMembers(await companies.members(caller.userId, params.id)),
    next_cursor: null,
  }));
  mount(contract.changeMember, async ({ caller, params, body }) => {
    const member = await companies.changeRole(caller.userId, params.id, params.user_id, body.role);
    const person = await identity.person(member.userId);
    return presentMember(member, person?.displayName ?? '');
  });
  mount(contract.removeMember, ({ caller, params }) =>
    companies.remove(caller.userId, params.id, params.user_id),
  );

  mount(contract.listInvitations, async ({ caller, params }) => {
    const open = await invitations.list(caller.userId, params.id);
    return { items: open.map(presentInvitation), next_cursor: null };
  });
  mount(contract.invite, async ({ caller, params, body, locale }) =>
    presentInvitation(await invitations.invite(caller.userId, params.id, { ...body, locale })),
  );
  mount(contract.withdrawInvitation, ({ caller, params }) =>
    invitations.withdraw(caller.userId, params.id, params.invitation_id),
  );
  mount(contract.joinCompany, async ({ caller, body }) =>
    present(caller.userId, await invitations.join(caller.userId, body.token)),
  );
}
