import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import { graceOfClosed } from '../companies/closing.ts';
import type { ClosedCompany, Company, Member } from '../companies/company.ts';
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

function presentClosed({ id, name, deletedAt }: ClosedCompany): contract.DeletedCompany {
  const goneAt = new Date(deletedAt.getTime() + graceOfClosed);
  return { id, name, deleted_at: deletedAt.toISOString(), gone_at: goneAt.toISOString() };
}

/** Companies of the person who asks, their members and invitations. */
export function serveCompanies({
  mount,
  service: { closing, companies, identity, invitations, workspace },
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
  mount(contract.renameCompany, async ({ caller, params, body }) => {
    await workspace(caller, params.id);
    return present(caller.userId, await companies.rename(caller.userId, params.id, body.name));
  });
  mount(contract.chooseCompany, async ({ caller, body }) =>
    present(caller.userId, await companies.choose(caller.userId, body.id)),
  );
  mount(contract.listMembers, async ({ caller, params }) => {
    await workspace(caller, params.id);
    const members = await companies.members(caller.userId, params.id);
    return { items: await presentMembers(members), next_cursor: null };
  });
  mount(contract.changeMember, async ({ caller, params, body }) => {
    await workspace(caller, params.id);
    const member = await companies.changeRole(caller.userId, params.id, params.user_id, body.role);
    const person = await identity.person(member.userId);
    return presentMember(member, person?.displayName ?? '');
  });
  mount(contract.removeMember, async ({ caller, params }) => {
    // Whoever cannot show what the company asks for may still leave it.
    if (params.user_id !== caller.userId) await workspace(caller, params.id);
    await companies.remove(caller.userId, params.id, params.user_id);
  });

  mount(contract.listInvitations, async ({ caller, params }) => {
    await workspace(caller, params.id);
    const open = await invitations.list(caller.userId, params.id);
    return { items: open.map(presentInvitation), next_cursor: null };
  });
  mount(contract.invite, async ({ caller, params, body, locale }) => {
    await workspace(caller, params.id);
    return presentInvitation(await invitations.invite(caller.userId, params.id, { ...body, locale }));
  });
  mount(contract.withdrawInvitation, async ({ caller, params }) => {
    await workspace(caller, params.id);
    await invitations.withdraw(caller.userId, params.id, params.invitation_id);
  });
  mount(contract.joinCompany, async ({ caller, body }) =>
    present(caller.userId, await invitations.join(caller.userId, body.token)),
  );

  mount(contract.deleteCompany, async ({ caller, params }) => {
    await workspace(caller, params.id);
    await closing.close(caller.userId, params.id);
  });
  mount(contract.listDeletedCompanies, async ({ caller }) => ({
    items: (await closing.listClosed(caller.userId)).map(presentClosed),
    next_cursor: null,
  }));
  mount(contract.restoreCompany, async ({ caller, params }) =>
    present(caller.userId, await closing.restore(caller.userId, params.id)),
  );
}
