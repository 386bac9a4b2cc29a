import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant } from '#platform/contract';
import { Company } from './companies.ts';

const manage = { access: 'signed-in', scope: 'companies:manage' } as const;

/** A company that waits for its end; until then its owners may bring it back. */
export const DeletedCompany = Type.Object({
  id: Id,
  name: Type.String(),
  deleted_at: Instant,
  /** From then on nothing of it is kept. */
  gone_at: Instant,
});

export type DeletedCompany = Static<typeof DeletedCompany>;

export const deleteCompany = defineRoute({
  method: 'DELETE',
  path: '/companies/:id',
  name: 'tenants.delete_company',
  summary: 'Close a company for everybody; its owners may restore it for thirty days, then all it owns goes',
  ...manage,
  params: IdParams,
  status: 204,
  refusals: ['tenants.company_not_found', 'tenants.role_too_low', 'tenants.personal_space'],
});

export const listDeletedCompanies = defineRoute({
  method: 'GET',
  path: '/companies/deleted',
  name: 'tenants.list_deleted_companies',
  summary: 'Closed companies that I own and may restore',
  ...manage,
  reply: Type.Object({ items: Type.Array(DeletedCompany), next_cursor: Type.Null() }),
});

export const restoreCompany = defineRoute({
  method: 'POST',
  path: '/companies/:id/restore',
  name: 'tenants.restore_company',
  summary: 'Open a closed company again (its owners)',
  ...manage,
  params: IdParams,
  reply: Company,
  refusals: ['tenants.company_not_found'],
});
