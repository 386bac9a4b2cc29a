import { type Reader, sql, type Tx } from '#platform/server/database';

/** Somebody of a directory. */
export interface DirectoryPerson {
  readonly user_id: string;
  readonly managed: boolean;
}

/** Needs the company's scope. */
export function findDirectoryPerson(
  reader: Reader,
  companyId: string,
  subject: string,
): Promise<DirectoryPerson | undefined> {
  return reader.row<DirectoryPerson>(sql`
    SELECT user_id, managed FROM tenants.directory_person
     WHERE company_id = ${companyId} AND subject = ${subject}`);
}

/** Answers false when either of the two is linked already. */
export async function linkDirectoryPerson(
  tx: Tx,
  link: DirectoryPerson & { readonly companyId: string; readonly subject: string; readonly at: Date },
): Promise<boolean> {
  const linked = await tx.run(sql`
    INSERT INTO tenants.directory_person (company_id, subject, user_id, managed, linked_at)
    VALUES (${link.companyId}, ${link.subject}, ${link.user_id}, ${link.managed}, ${link.at})
    ON CONFLICT DO NOTHING`);
  return linked === 1;
}

/** Two first visits of one person come one after the other. */
export async function lockSubject(tx: Tx, companyId: string, subject: string): Promise<void> {
  await tx.run(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`tenants.directory:${companyId}:${subject}`}, 0))`,
  );
}

export async function hasManagedPeople(reader: Reader, companyId: string): Promise<boolean> {
  const row = await reader.row<{ found: boolean }>(sql`
    SELECT EXISTS (SELECT FROM tenants.directory_person WHERE company_id = ${companyId} AND managed) AS found`);
  return row?.found === true;
}

/** Nobody of the former directory is known in the new one. */
export async function forgetPeople(tx: Tx, companyId: string): Promise<void> {
  await tx.run(sql`DELETE FROM tenants.directory_person WHERE company_id = ${companyId}`);
  await tx.run(sql`DELETE FROM tenants.directory_proof WHERE company_id = ${companyId}`);
  await tx.run(sql`DELETE FROM tenants.directory_trip WHERE company_id = ${companyId}`);
}
