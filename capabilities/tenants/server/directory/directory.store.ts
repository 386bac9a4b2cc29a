import { type Reader, sql, type Tx } from '#platform/server/database';

export interface DirectoryRow {
  readonly sign_in_name: string;
  readonly issuer: string;
  readonly client_id: string;
  readonly client_secret: Buffer | null;
  readonly joins_as: 'member' | 'viewer' | null;
  readonly updated_at: Date;
}

/** Of an open company. Needs the company's scope. */
export function findDirectory(reader: Reader, companyId: string): Promise<DirectoryRow | undefined> {
  return reader.row<DirectoryRow>(sql`
    SELECT sign_in_name.name AS sign_in_name, issuer, client_id, client_secret, joins_as, updated_at
      FROM tenants.directory
      JOIN tenants.sign_in_name ON sign_in_name.company_id = directory.company_id
      JOIN tenants.company ON company.id = directory.company_id
     WHERE directory.company_id = ${companyId} AND company.deleted_at IS NULL`);
}

export async function putDirectory(tx: Tx, companyId: string, row: DirectoryRow): Promise<void> {
  await tx.run(sql`
    INSERT INTO tenants.directory (company_id, issuer, client_id, client_secret, joins_as, updated_at)
    VALUES (${companyId}, ${row.issuer}, ${row.client_id}, ${row.client_secret}, ${row.joins_as}, ${row.updated_at})
    ON CONFLICT (company_id) DO UPDATE SET issuer = excluded.issuer, client_id = excluded.client_id,
      client_secret = excluded.client_secret, joins_as = excluded.joins_as, updated_at = excluded.updated_at`);
}

/** Answers false when the name belongs to another company. */
export async function putSignInName(tx: Tx, companyId: string, name: string): Promise<boolean> {
  await tx.run(sql`DELETE FROM tenants.sign_in_name WHERE company_id = ${companyId} AND name <> ${name}`);
  await tx.run(sql`
    INSERT INTO tenants.sign_in_name (name, company_id) VALUES (${name}, ${companyId}) ON CONFLICT DO NOTHING`);
  const row = await tx.row<{ company_id: string }>(
    sql`SELECT company_id FROM tenants.sign_in_name WHERE name = ${name}`,
  );
  return row?.company_id === companyId;
}

export function deleteDirectory(tx: Tx, companyId: string): Promise<number> {
  return tx.run(sql`DELETE FROM tenants.directory WHERE company_id = ${companyId}`);
}

export async function companyOfName(reader: Reader, name: string): Promise<string | undefined> {
  const row = await reader.row<{ company_id: string }>(
    sql`SELECT company_id FROM tenants.sign_in_name WHERE name = ${name}`,
  );
  return row?.company_id;
}

interface Proof {
  readonly companyId: string;
  readonly userId: string;
  readonly sessionId: string;
}

export async function putProof(tx: Tx, proof: Proof & { readonly expiresAt: Date }): Promise<void> {
  await tx.run(sql`
    INSERT INTO tenants.directory_proof (company_id, session_id, user_id, expires_at)
    VALUES (${proof.companyId}, ${proof.sessionId}, ${proof.userId}, ${proof.expiresAt})
    ON CONFLICT (company_id, session_id) DO UPDATE SET expires_at = excluded.expires_at`);
}

/** Of one session, or of any of the person's when none is named. Needs the person's scope. */
export async function proofUntil(
  reader: Reader,
  asked: Omit<Proof, 'sessionId'> & { readonly sessionId: string | null; readonly now: Date },
): Promise<Date | undefined> {
  const row = await reader.row<{ expires_at: Date | null }>(sql`
    SELECT max(expires_at) AS expires_at FROM tenants.directory_proof
     WHERE company_id = ${asked.companyId} AND user_id = ${asked.userId} AND expires_at > ${asked.now}
       AND (${asked.sessionId}::uuid IS NULL OR session_id = ${asked.sessionId}::uuid)`);
  return row?.expires_at ?? undefined;
}
