import { type Reader, sql, type Tx } from '#platform/server/database';
import type { CompanyRole } from '../index.ts';
import type { ClosedCompany, Company, Member } from './company.ts';

interface CompanyRow {
  readonly id: string;
  readonly name: string;
  readonly is_personal: boolean;
  readonly role: CompanyRole;
  readonly created_at: Date;
  readonly directory_required: boolean;
  readonly second_factor_required: boolean;
}

const companyOf = (row: CompanyRow): Company => ({
  id: row.id,
  name: row.name,
  isPersonal: row.is_personal,
  role: row.role,
  createdAt: row.created_at,
  directoryRequired: row.directory_required,
  secondFactorRequired: row.second_factor_required,
});

const columns = sql`company.id, company.name, company.personal_of IS NOT NULL AS is_personal, member.role, company.created_at,
  company.directory_required, company.second_factor_required`;
/** The one chosen last, then companies before the own space, then the older membership. */
const preference = sql`member.chosen_at DESC NULLS LAST, company.personal_of IS NOT NULL, member.joined_at, company.id`;

/** A person's companies, the one they work in first. Needs the person's scope. */
export async function companiesOf(reader: Reader, userId: string): Promise<readonly Company[]> {
  const rows = await reader.rows<CompanyRow>(sql`
    SELECT ${columns} FROM tenants.member JOIN tenants.company ON company.id = member.company_id
     WHERE member.user_id = ${userId} AND company.deleted_at IS NULL
     ORDER BY ${preference}`);
  return rows.map(companyOf);
}

/** The named company of a person, or the preferred one. Needs the person's scope. */
export async function companyFor(
  reader: Reader,
  userId: string,
  companyId: string | undefined,
): Promise<Company | undefined> {
  const row = await reader.row<CompanyRow>(sql`
    SELECT ${columns} FROM tenants.member JOIN tenants.company ON company.id = member.company_id
     WHERE member.user_id = ${userId} AND company.deleted_at IS NULL
       AND (${companyId ?? null}::uuid IS NULL OR company.id = ${companyId ?? null})
     ORDER BY ${preference} LIMIT 1`);
  return row === undefined ? undefined : companyOf(row);
}

interface NewCompany {
  readonly id: string;
  readonly name: string;
  readonly personalOf?: string;
  readonly at: Date;
}

/** Answers false when the person has an own space already. Needs the company's scope. */
export async function insertCompany(tx: Tx, { id, name, personalOf, at }: NewCompany): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO tenants.company (id, name, personal_of, created_at)
    VALUES (${id}, ${name}, ${personalOf ?? null}, ${at}) ON CONFLICT (personal_of) DO NOTHING`);
  return inserted > 0;
}

export async function insertMember(
  tx: Tx,
  companyId: string,
  { userId, role, joinedAt }: Member,
): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO tenants.member (company_id, user_id, role, joined_at)
    VALUES (${companyId}, ${userId}, ${role}, ${joinedAt}) ON CONFLICT DO NOTHING`);
  return inserted > 0;
}

/** Serialises the founding of companies by one person, so that their number can be counted. */
export async function lockFounder(tx: Tx, userId: string): Promise<number> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`tenants.founder:${userId}`}, 0))`);
  const row = await tx.row<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM tenants.member WHERE user_id = ${userId} AND role = 'owner'`);
  return row?.count ?? 0;
}

export function rename(tx: Tx, companyId: string, name: string): Promise<number> {
  return tx.run(sql`UPDATE tenants.company SET name = ${name} WHERE id = ${companyId}`);
}

export function choose(tx: Tx, companyId: string, userId: string, at: Date): Promise<number> {
  return tx.run(sql`
    UPDATE tenants.member SET chosen_at = ${at} WHERE company_id = ${companyId} AND user_id = ${userId}`);
}

interface MemberRow {
  readonly user_id: string;
  readonly role: CompanyRole;
  readonly joined_at: Date;
}

const memberOf = ({ user_id, role, joined_at }: MemberRow): Member => ({
  userId: user_id,
  role,
  joinedAt: joined_at,
});

export async function membersOf(reader: Reader, companyId: string): Promise<readonly Member[]> {
  const rows = await reader.rows<MemberRow>(sql`
    SELECT user_id, role, joined_at FROM tenants.member WHERE company_id = ${companyId} ORDER BY joined_at, user_id`);
  return rows.map(memberOf);
}

/** The role of one member. Needs the company's scope. */
export async function roleOf(
  reader: Reader,
  companyId: string,
  userId: string,
): Promise<CompanyRole | undefined> {
  const row = await reader.row<{ role: CompanyRole }>(
    sql`SELECT role FROM tenants.member WHERE company_id = ${companyId} AND user_id = ${userId}`,
  );
  return row?.role;
}

/** All members, locked until the transaction ends: who owns the company cannot change meanwhile. */
export async function lockMembers(tx: Tx, companyId: string): Promise<readonly Member[]> {
  const rows = await tx.rows<MemberRow>(sql`
    SELECT user_id, role, joined_at FROM tenants.member WHERE company_id = ${companyId} ORDER BY user_id FOR UPDATE`);
  return rows.map(memberOf);
}

export function setRole(tx: Tx, companyId: string, userId: string, role: CompanyRole): Promise<number> {
  return tx.run(sql`
    UPDATE tenants.member SET role = ${role} WHERE company_id = ${companyId} AND user_id = ${userId}`);
}

export async function deleteMember(tx: Tx, companyId: string, userId: string): Promise<void> {
  await tx.run(
    sql`DELETE FROM tenants.directory_proof WHERE company_id = ${companyId} AND user_id = ${userId}`,
  );
  await tx.run(sql`DELETE FROM tenants.member WHERE company_id = ${companyId} AND user_id = ${userId}`);
}

/** What is left of a person in closed companies and in directories. Needs the person's scope. */
export async function forgetMember(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`DELETE FROM tenants.member WHERE user_id = ${userId}`);
  await tx.run(sql`DELETE FROM tenants.directory_person WHERE user_id = ${userId}`);
  await tx.run(sql`DELETE FROM tenants.directory_proof WHERE user_id = ${userId}`);
}

/** Closed companies of an owner. Needs the person's scope. */
export async function closedCompaniesOf(reader: Reader, userId: string): Promise<readonly ClosedCompany[]> {
  const rows = await reader.rows<{ id: string; name: string; deleted_at: Date }>(sql`
    SELECT company.id, company.name, company.deleted_at
      FROM tenants.member JOIN tenants.company ON company.id = member.company_id
     WHERE member.user_id = ${userId} AND member.role = 'owner' AND company.deleted_at IS NOT NULL
     ORDER BY company.deleted_at DESC, company.id`);
  return rows.map(({ id, name, deleted_at }) => ({ id, name, deletedAt: deleted_at }));
}

export function close(tx: Tx, companyId: string, at: Date): Promise<number> {
  return tx.run(
    sql`UPDATE tenants.company SET deleted_at = ${at} WHERE id = ${companyId} AND deleted_at IS NULL`,
  );
}

/** Answers 0 when the person does not own a closed company of that id. */
export function reopen(tx: Tx, companyId: string, ownerId: string): Promise<number> {
  return tx.run(sql`
    UPDATE tenants.company SET deleted_at = NULL
     WHERE id = ${companyId} AND deleted_at IS NOT NULL
       AND EXISTS (SELECT FROM tenants.member
                    WHERE member.company_id = company.id AND member.user_id = ${ownerId} AND member.role = 'owner')`);
}

/** Removes a company with all its rows here, if it was closed by then. */
export function removeClosed(tx: Tx, companyId: string, closedBy: Date): Promise<number> {
  return tx.run(sql`DELETE FROM tenants.company WHERE id = ${companyId} AND deleted_at <= ${closedBy}`);
}
