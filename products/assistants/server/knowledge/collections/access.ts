import type { CompanyRole, Workspace } from '#capabilities/tenants/server';
import { type Scope, type Sql, sql } from '#platform/server/database';
import type { Collection } from './collection.ts';

const roles: readonly CompanyRole[] = ['owner', 'admin', 'member', 'viewer'];

/** Shared rows of the company and the person's private ones. */
export function knowledgeScope({ companyId, userId }: Workspace): Required<Scope> {
  return { tenant: companyId, owner: userId };
}

const atLeast = (role: CompanyRole, least: CompanyRole): boolean =>
  roles.indexOf(role) <= roles.indexOf(least);

/** The condition on `c` (assistants.collection) under which the person may read it. */
export function readable({ userId, role }: Workspace): Sql {
  const granted = roles.slice(roles.indexOf(role));
  return sql`(
    CASE WHEN c.owner_id IS NOT NULL THEN c.owner_id = ${userId}
         WHEN c.least_role IS NOT NULL THEN c.least_role = ANY(${granted}::text[])
         ELSE ${atLeast(role, 'admin')} OR EXISTS (
           SELECT FROM assistants.collection_reader r WHERE r.collection_id = c.id AND r.user_id = ${userId})
    END)`;
}

/** Whether somebody who may read a collection may also say what it is and who reads it. */
export function mayManage({ role }: Workspace, { reading }: Pick<Collection, 'reading'>): boolean {
  return reading.kind === 'private' || atLeast(role, 'admin');
}

/** Whether somebody who may read a collection may also add documents. */
export function mayWrite({ role }: Workspace, { reading }: Pick<Collection, 'reading'>): boolean {
  return reading.kind === 'private' || atLeast(role, 'member');
}
