import { type Reader, sql, type Tx } from '#platform/server/database';

/** What a person wrote in any company; needs a scope with the person and without a company. */
export async function authored(reader: Reader, userId: string): Promise<unknown> {
  const [plans, versions, reviews] = await Promise.all([
    reader.rows(sql`SELECT id, name, created_at FROM assistants.plan WHERE author_id = ${userId}`),
    reader.rows(sql`
      SELECT plan_id, version, note, document, created_at FROM assistants.plan_version
       WHERE author_id = ${userId}`),
    reader.rows(sql`SELECT id, name, counts, created_at FROM assistants.review WHERE author_id = ${userId}`),
  ]);
  return { plans, plan_versions: versions, reviews };
}

/** Companies a person wrote something for; needs the same scope. */
export async function companiesWrittenFor(reader: Reader, userId: string): Promise<readonly string[]> {
  const rows = await reader.rows<{ tenant_id: string }>(sql`
    SELECT tenant_id FROM assistants.plan WHERE author_id = ${userId}
    UNION SELECT tenant_id FROM assistants.plan_version WHERE author_id = ${userId}
    UNION SELECT tenant_id FROM assistants.review WHERE author_id = ${userId}`);
  return rows.map(({ tenant_id }) => tenant_id);
}

/** Work of a company stays with it; who did it is forgotten. Needs the company's scope. */
export async function forgetAuthor(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`UPDATE assistants.plan SET author_id = NULL WHERE author_id = ${userId}`);
  await tx.run(sql`UPDATE assistants.plan_version SET author_id = NULL WHERE author_id = ${userId}`);
  await tx.run(sql`UPDATE assistants.review SET author_id = NULL WHERE author_id = ${userId}`);
}
