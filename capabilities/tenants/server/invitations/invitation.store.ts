import { type Reader, sql, type Tx } from '#platform/server/database';
import type { CompanyRole } from '../index.ts';

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: CompanyRole;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly role: CompanyRole;
  readonly created_at: Date;
  readonly expires_at: Date;
}

const columns = sql`id, email, role, created_at, expires_at`;

const invitationOf = ({ id, email, role, created_at, expires_at }: InvitationRow): Invitation => ({
  id,
  email,
  role,
  createdAt: created_at,
  expiresAt: expires_at,
});

export async function openInvitations(
  reader: Reader,
  companyId: string,
  now: Date,
): Promise<readonly Invitation[]> {
  const rows = await reader.rows<InvitationRow>(sql`
    SELECT ${columns} FROM tenants.invitation
     WHERE company_id = ${companyId} AND used_at IS NULL AND expires_at > ${now}
     ORDER BY created_at DESC, id`);
  return rows.map(invitationOf);
}

interface NewInvitation extends Invitation {
  readonly companyId: string;
  readonly tokenHash: Buffer;
  readonly invitedBy: string;
}

/** Takes the place of an open invitation to the same address. */
export async function putInvitation(tx: Tx, made: NewInvitation): Promise<void> {
  const { id, companyId, email, role, tokenHash, invitedBy, createdAt, expiresAt } = made;
  await tx.run(sql`
    INSERT INTO tenants.invitation (id, company_id, email, role, token_hash, invited_by, created_at, expires_at)
    VALUES (${id}, ${companyId}, ${email}, ${role}, ${tokenHash}, ${invitedBy}, ${createdAt}, ${expiresAt})
    ON CONFLICT (company_id, email) WHERE used_at IS NULL
    DO UPDATE SET id = excluded.id, role = excluded.role, token_hash = excluded.token_hash,
      invited_by = excluded.invited_by, created_at = excluded.created_at, expires_at = excluded.expires_at`);
}

export function deleteInvitation(tx: Tx, companyId: string, id: string): Promise<number> {
  return tx.run(sql`
    DELETE FROM tenants.invitation WHERE company_id = ${companyId} AND id = ${id} AND used_at IS NULL`);
}

/** The open invitation of a token, locked until the transaction ends. */
export async function lockInvitation(
  tx: Tx,
  companyId: string,
  tokenHash: Buffer,
  now: Date,
): Promise<Invitation | undefined> {
  const row = await tx.row<InvitationRow>(sql`
    SELECT ${columns} FROM tenants.invitation
     WHERE company_id = ${companyId} AND token_hash = ${tokenHash} AND used_at IS NULL AND expires_at > ${now}
       AND EXISTS (SELECT FROM tenants.company WHERE company.id = company_id AND deleted_at IS NULL)
       FOR UPDATE`);
  return row === undefined ? undefined : invitationOf(row);
}

export async function closeInvitation(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.run(sql`UPDATE tenants.invitation SET used_at = ${at} WHERE id = ${id}`);
}
