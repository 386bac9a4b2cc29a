import { isId, newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Database } from '#platform/server/database';
import type { Companies } from '../companies/companies.ts';
import { insertMember } from '../companies/company.store.ts';
import type { Company } from '../companies/company.ts';
import type { CompanyRole } from '../index.ts';
import { hashOf, randomToken } from '../opaque.ts';
import {
  closeInvitation,
  deleteInvitation,
  type Invitation,
  lockInvitation,
  openInvitations,
  putInvitation,
} from './invitation.store.ts';
import { invitationLetter } from './letter.ts';

export type { Invitation } from './invitation.store.ts';

const days = 7;
const dayMs = 86_400_000;
const mostOpen = 200;

/** Invitations to companies. A token works once, for a week, and for the invited address alone. */
export interface Invitations {
  list(userId: string, companyId: string): Promise<readonly Invitation[]>;
  invite(userId: string, companyId: string, invited: Invited): Promise<Invitation>;
  withdraw(userId: string, companyId: string, id: string): Promise<void>;
  /** @throws Refusal `not_found` `tenants.invitation_not_found`, `forbidden` `tenants.other_address`. */
  join(userId: string, token: string): Promise<Company>;
}

export interface Invited {
  readonly email: string;
  readonly role: CompanyRole;
  /** The language of the letter. */
  readonly locale: 'ru' | 'en';
}

interface Dependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly companies: Companies;
  readonly publicUrl: string;
}

const notFound = (): Refusal =>
  new Refusal('not_found', 'tenants.invitation_not_found', 'There is no such open invitation.');

export function createInvitations({
  database,
  identity,
  clock,
  companies,
  publicUrl,
}: Dependencies): Invitations {
  return {
    list: (userId, companyId) =>
      companies.within(userId, companyId, 'admin', (tx) => openInvitations(tx, companyId, clock())),

    invite: (userId, companyId, { email, role, locale }) =>
      companies.within(userId, companyId, role === 'owner' ? 'owner' : 'admin', async (tx, company) => {
        if (company.isPersonal)
          throw new Refusal('conflict', 'tenants.personal_space', 'Nobody joins or leaves a personal space.');
        const now = clock();
        if ((await openInvitations(tx, companyId, now)).length >= mostOpen)
          throw new Refusal(
            'limited',
            'tenants.too_many_invitations',
            `At most ${mostOpen} invitations may be open.`,
          );
        const secret = randomToken();
        const invitation: Invitation = {
          id: newId(now.getTime()),
          email: email.trim().toLowerCase(),
          role,
          createdAt: now,
          expiresAt: new Date(now.getTime() + days * dayMs),
        };
        await putInvitation(tx, { ...invitation, companyId, tokenHash: hashOf(secret), invitedBy: userId });
        const inviter = (await identity.person(userId))?.displayName ?? '';
        const address = `${publicUrl}/app/companies/join#${companyId}.${secret}`;
        const letter = invitationLetter(locale, { company: company.name, inviter, address, days });
        await identity.mailTo(tx, { ...letter, email: invitation.email, locale });
        await identity.audit(tx, {
          actorId: userId,
          action: 'tenants.invited',
          subjectId: companyId,
          details: { role },
        });
        return invitation;
      }),

    withdraw: (userId, companyId, id) =>
      companies.within(userId, companyId, 'admin', async (tx) => {
        if ((await deleteInvitation(tx, companyId, id)) === 0) throw notFound();
        await identity.audit(tx, {
          actorId: userId,
          action: 'tenants.invitation_withdrawn',
          subjectId: companyId,
        });
      }),

    async join(userId, token) {
      const [companyId = '', secret = ''] = token.split('.');
      if (!isId(companyId)) throw notFound();
      await database.transaction(
        async (tx) => {
          const now = clock();
          const invitation = await lockInvitation(tx, companyId, hashOf(secret), now);
          if (invitation === undefined) throw notFound();
          if (!(await identity.ownsAddress(userId, invitation.email)))
            throw new Refusal(
              'forbidden',
              'tenants.other_address',
              'The invitation went to another address than yours.',
            );
          await closeInvitation(tx, invitation.id, now);
          await insertMember(tx, companyId, { userId, role: invitation.role, joinedAt: now });
          await identity.audit(tx, {
            actorId: userId,
            action: 'tenants.joined',
            subjectId: companyId,
            details: { role: invitation.role },
          });
        },
        { scope: { tenant: companyId, owner: userId } },
      );
      return companies.choose(userId, companyId);
    },
  };
}
