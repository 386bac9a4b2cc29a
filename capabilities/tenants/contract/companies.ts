import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant } from '#platform/contract';

const mine = { access: 'signed-in', scope: 'companies:read' } as const;
const manage = { access: 'signed-in', scope: 'companies:manage' } as const;

export const CompanyRoleName = Type.Enum(['owner', 'admin', 'member', 'viewer']);

export const CompanyName = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' });

export const Company = Type.Object({
  id: Id,
  name: Type.String(),
  /** My own space, which nobody can join. */
  personal: Type.Boolean(),
  /** What I may do in it. */
  role: CompanyRoleName,
  /** I work in it when a request names no company. */
  active: Type.Boolean(),
  created_at: Instant,
});

export type Company = Static<typeof Company>;

export const listCompanies = defineRoute({
  method: 'GET',
  path: '/companies/',
  name: 'tenants.list_companies',
  summary: 'The companies I belong to, the one I work in first',
  ...mine,
  reply: Type.Object({ items: Type.Array(Company), next_cursor: Type.Null() }),
});

export const createCompany = defineRoute({
  method: 'POST',
  path: '/companies/',
  name: 'tenants.create_company',
  summary: 'Found a company; I become its owner',
  ...manage,
  body: Type.Object({ name: CompanyName }),
  reply: Company,
  status: 201,
  rateLimit: { max: 10, windowSeconds: 3_600 },
  refusals: ['tenants.too_many_companies'],
});

export const getCompany = defineRoute({
  method: 'GET',
  path: '/companies/:id',
  name: 'tenants.get_company',
  summary: 'One of my companies',
  ...mine,
  params: IdParams,
  reply: Company,
  refusals: ['tenants.company_not_found'],
});

export const renameCompany = defineRoute({
  method: 'PATCH',
  path: '/companies/:id',
  name: 'tenants.rename_company',
  summary: 'Rename a company (its administrators)',
  ...manage,
  params: IdParams,
  body: Type.Object({ name: CompanyName }),
  reply: Company,
  refusals: [
    'tenants.directory_required',
    'tenants.second_factor_required',
    'tenants.company_not_found',
    'tenants.role_too_low',
  ],
});

export const chooseCompany = defineRoute({
  method: 'PUT',
  path: '/companies/active',
  name: 'tenants.choose_company',
  summary: 'Work in this company when a request names none',
  ...mine,
  body: Type.Object({ id: Id }),
  reply: Company,
  refusals: ['tenants.company_not_found'],
});

export const Member = Type.Object({
  user_id: Id,
  display_name: Type.String(),
  role: CompanyRoleName,
  joined_at: Instant,
});

export type Member = Static<typeof Member>;

export const MemberParams = Type.Object({ id: Id, user_id: Id });

export const listMembers = defineRoute({
  method: 'GET',
  path: '/companies/:id/members',
  name: 'tenants.list_members',
  summary: 'Who belongs to the company',
  ...mine,
  params: IdParams,
  reply: Type.Object({ items: Type.Array(Member), next_cursor: Type.Null() }),
  refusals: ['tenants.directory_required', 'tenants.second_factor_required', 'tenants.company_not_found'],
});

export const changeMember = defineRoute({
  method: 'PATCH',
  path: '/companies/:id/members/:user_id',
  name: 'tenants.change_member',
  summary: 'Give a member another role (administrators; owners are made by owners)',
  ...manage,
  params: MemberParams,
  body: Type.Object({ role: CompanyRoleName }),
  reply: Member,
  refusals: [
    'tenants.directory_required',
    'tenants.second_factor_required',
    'tenants.company_not_found',
    'tenants.member_not_found',
    'tenants.role_too_low',
    'tenants.last_owner',
    'tenants.personal_space',
  ],
});

export const removeMember = defineRoute({
  method: 'DELETE',
  path: '/companies/:id/members/:user_id',
  name: 'tenants.remove_member',
  summary: 'Take a member out of the company, or leave it',
  ...manage,
  params: MemberParams,
  status: 204,
  refusals: [
    'tenants.directory_required',
    'tenants.second_factor_required',
    'tenants.company_not_found',
    'tenants.member_not_found',
    'tenants.role_too_low',
    'tenants.last_owner',
    'tenants.personal_space',
  ],
});
