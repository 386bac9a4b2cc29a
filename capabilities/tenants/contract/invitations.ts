import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant } from '#platform/contract';
import { Company, CompanyRoleName } from './companies.ts';

const manage = { access: 'signed-in', scope: 'companies:manage' } as const;

export const Invitation = Type.Object({
  id: Id,
  email: Type.String(),
  role: CompanyRoleName,
  created_at: Instant,
  expires_at: Instant,
});

export type Invitation = Static<typeof Invitation>;

export const listInvitations = defineRoute({
  method: 'GET',
  path: '/companies/:id/invitations',
  name: 'tenants.list_invitations',
  summary: 'Invitations nobody has accepted yet (administrators of the company)',
  ...manage,
  params: IdParams,
  reply: Type.Object({ items: Type.Array(Invitation), next_cursor: Type.Null() }),
  refusals: [
    'tenants.directory_required',
    'tenants.second_factor_required',
    'tenants.company_not_found',
    'tenants.role_too_low',
  ],
});

export const invite = defineRoute({
  method: 'POST',
  path: '/companies/:id/invitations',
  name: 'tenants.invite',
  summary: 'Invite somebody by e-mail; an open invitation to the same address is replaced',
  ...manage,
  params: IdParams,
  body: Type.Object({
    email: Type.String({ format: 'email', minLength: 3, maxLength: 254 }),
    role: CompanyRoleName,
  }),
  reply: Invitation,
  status: 201,
  rateLimit: { max: 30, windowSeconds: 3_600 },
  refusals: [
    'tenants.directory_required',
    'tenants.second_factor_required',
    'tenants.company_not_found',
    'tenants.role_too_low',
    'tenants.personal_space',
    'tenants.too_many_invitations',
  ],
});

export const InvitationParams = Type.Object({ id: Id, invitation_id: Id });

export const withdrawInvitation = defineRoute({
  method: 'DELETE',
  path: '/companies/:id/invitations/:invitation_id',
  name: 'tenants.withdraw_invitation',
  summary: 'Take an open invitation back',
  ...manage,
  params: InvitationParams,
  status: 204,
  refusals: [
    'tenants.directory_required',
    'tenants.second_factor_required',
    'tenants.company_not_found',
    'tenants.role_too_low',
    'tenants.invitation_not_found',
  ],
});

export const joinCompany = defineRoute({
  method: 'POST',
  path: '/companies/join',
  name: 'tenants.join',
  summary: 'Join a company by the token of an invitation to my own proven address',
  ...manage,
  body: Type.Object({
    token: Type.String({ minLength: 1, maxLength: 120 }),
  }),
  reply: Company,
  status: 200,
  rateLimit: { max: 20, windowSeconds: 3_600 },
  refusals: ['tenants.invitation_not_found', 'tenants.other_address'],
});
