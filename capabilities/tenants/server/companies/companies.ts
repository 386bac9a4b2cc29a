import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Database, Tx } from '#platform/server/database';
import type { CompanyRole } from '../index.ts';
import {
  choose,
  companiesOf,
  companyFor,
  deleteMember,
  insertCompany,
  insertMember,
  lockFounder,
  lockMembers,
  membersOf,
  rename,
  setRole,
} from './company.store.ts';
import { type Company, type Member, mayAct } from './company.ts';

const mostOwned = 20;

/** Companies and who belongs to them. Whoever is no member is told that there is no such company. */
export interface Companies {
  list(userId: string): Promise<readonly Company[]>;
  /** The named company, else the preferred one, else the person's own space, made now. */
  find(userId: string, companyId?: string): Promise<Company>;
  found(userId: string, name: string): Promise<Company>;
  rename(userId: string, companyId: string, name: string): Promise<Company>;
  choose(userId: string, companyId: string): Promise<Company>;
  members(userId: string, companyId: string): Promise<readonly Member[]>;
  changeRole(userId: string, companyId: string, memberId: string, role: CompanyRole): Promise<Member>;
  /** Also how one leaves. */
  remove(userId: string, companyId: string, memberId: string): Promise<void>;
  isMember(companyId: string, userId: string): Promise<boolean>;
  /** Runs with the company's rows, for a member whose role is at least the given one. */
  within<Result>(
    userId: string,
    companyId: string,
    least: CompanyRole,
    work: (tx: Tx, company: Company) => Promise<Result>,
  ): Promise<Result>;
}

interface Dependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
}

const noCompany = (): Refusal =>
  new Refusal('not_found', 'tenants.company_not_found', 'There is no such company among yours.');
const noMember = (): Refusal =>
  new Refusal('not_found', 'tenants.member_not_found', 'The company has no such member.');
export const tooLow = (): Refusal =>
  new Refusal('forbidden', 'tenants.role_too_low', 'Your role in the company does not allow this.');

export function createCompanies({ database, identity, clock }: Dependencies): Companies {
  async function find(userId: string, companyId?: string): Promise<Company> {
    const found = await companyFor(database.scoped({ owner: userId }), userId, companyId);
    if (found !== undefined) return found;
    if (companyId !== undefined) throw noCompany();
    await makeOwnSpace(userId);
    return find(userId);
  }

  async function makeOwnSpace(userId: string): Promise<void> {
    const person = await identity.person(userId);
    const [id, at] = [newId(clock().getTime()), clock()];
    await database.transaction(
      async (tx) => {
        const name = person?.displayName.slice(0, 120) || '—';
        if (await insertCompany(tx, { id, name, personalOf: userId, at }))
          await insertMember(tx, id, { userId, role: 'owner', joinedAt: at });
      },
      { scope: { tenant: id, owner: userId } },
    );
  }

  async function within<Result>(
    userId: string,
    companyId: string,
    least: CompanyRole,
    work: (tx: Tx, company: Company) => Promise<Result>,
  ): Promise<Result> {
    const company = await find(userId, companyId);
    if (!mayAct(company.role, least)) throw tooLow();
    return database.transaction((tx) => work(tx, company), { scope: { tenant: companyId, owner: userId } });
  }

  /** The member to be changed, and the actor's present role: both read under the lock. */
  async function lockPair(
    tx: Tx,
    company: Company,
    actorId: string,
    memberId: string,
  ): Promise<{ actor: Member; member: Member; owners: number }> {
    if (company.isPersonal)
      throw new Refusal('conflict', 'tenants.personal_space', 'Nobody joins or leaves a personal space.');
    const all = await lockMembers(tx, company.id);
    const actor = all.find(({ userId }) => userId === actorId);
    const member = all.find(({ userId }) => userId === memberId);
    if (actor === undefined) throw noCompany();
    if (member === undefined) throw noMember();
    return { actor, member, owners: all.filter(({ role }) => role === 'owner').length };
  }

  const lastOwner = (): Refusal =>
    new Refusal('conflict', 'tenants.last_owner', 'A company keeps at least one owner.');

  return {
    find,
    within,
    list: (userId) => companiesOf(database.scoped({ owner: userId }), userId),

    async found(userId, name) {
      const [id, at] = [newId(clock().getTime()), clock()];
      await database.transaction(
        async (tx) => {
          if ((await lockFounder(tx, userId)) >= mostOwned)
            throw new Refusal(
              'limited',
              'tenants.too_many_companies',
              `One person may own ${mostOwned} companies.`,
            );
          await insertCompany(tx, { id, name: name.trim(), at });
          await insertMember(tx, id, { userId, role: 'owner', joinedAt: at });
          await identity.audit(tx, { actorId: userId, action: 'tenants.company_founded', subjectId: id });
        },
        { scope: { tenant: id, owner: userId } },
      );
      return find(userId, id);
    },

    async rename(userId, companyId, name) {
      await within(userId, companyId, 'admin', async (tx) => {
        await rename(tx, companyId, name.trim());
        await identity.audit(tx, {
          actorId: userId,
          action: 'tenants.company_renamed',
          subjectId: companyId,
        });
      });
      return find(userId, companyId);
    },

    async choose(userId, companyId) {
      await within(userId, companyId, 'viewer', (tx) => choose(tx, companyId, userId, clock()));
      return find(userId, companyId);
    },

    members: (userId, companyId) => within(userId, companyId, 'viewer', (tx) => membersOf(tx, companyId)),

    changeRole: (userId, companyId, memberId, role) =>
      within(userId, companyId, 'admin', async (tx, company) => {
        const { actor, member, owners } = await lockPair(tx, company, userId, memberId);
        const touchesOwner = member.role === 'owner' || role === 'owner';
        if (!mayAct(actor.role, touchesOwner ? 'owner' : 'admin')) throw tooLow();
        if (member.role === 'owner' && role !== 'owner' && owners < 2) throw lastOwner();
        await setRole(tx, companyId, memberId, role);
        await identity.audit(tx, {
          actorId: userId,
          action: 'tenants.role_changed',
          subjectId: memberId,
          details: { company: companyId, from: member.role, to: role },
        });
        return { ...member, role };
      }),

    remove: (userId, companyId, memberId) =>
      within(userId, companyId, 'viewer', async (tx, company) => {
        const { actor, member, owners } = await lockPair(tx, company, userId, memberId);
        const least = member.role === 'owner' ? 'owner' : 'admin';
        if (userId !== memberId && !mayAct(actor.role, least)) throw tooLow();
        if (member.role === 'owner' && owners < 2) throw lastOwner();
        await deleteMember(tx, companyId, memberId);
        await identity.audit(tx, {
          actorId: userId,
          action: 'tenants.member_removed',
          subjectId: memberId,
          details: { company: companyId },
        });
      }),

    async isMember(companyId, userId) {
      return (await companyFor(database.scoped({ owner: userId }), userId, companyId)) !== undefined;
    },
  };
}
