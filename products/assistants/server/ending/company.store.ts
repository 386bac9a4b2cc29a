import { type Reader, sql, type Tx } from '#platform/server/database';

/** Who has private rows in a company. */
export async function peopleOf(reader: Reader, companyId: string): Promise<readonly string[]> {
  const rows = await reader.rows<{ owner_id: string }>(
    sql`SELECT owner_id FROM assistants.person_company WHERE tenant_id = ${companyId} ORDER BY owner_id`,
  );
  return rows.map((row) => row.owner_id);
}

/** Assistants of the company's own, and those its person talked to; needs the scope of both. */
export async function assistantsOf(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.rows<{ name: string }>(
    sql`SELECT name FROM assistants.role UNION SELECT role_name FROM assistants.conversation`,
  );
  return rows.map(({ name }) => name);
}

/** Deletes conversations, files and prompts of a person; needs the scope of the person and the company. */
export async function deletePrivate(tx: Tx): Promise<void> {
  await tx.run(sql`DELETE FROM assistants.conversation`);
  await tx.run(sql`DELETE FROM assistants.attachment`);
  await tx.run(sql`DELETE FROM assistants.prompt_use`);
  await tx.run(sql`DELETE FROM assistants.prompt WHERE owner_id IS NOT NULL`);
}

/** Deletes what all of a company share; needs its scope. Versions go with what they are versions of. */
export async function deleteShared(tx: Tx): Promise<void> {
  await tx.run(sql`DELETE FROM assistants.plan`);
  await tx.run(sql`DELETE FROM assistants.review`);
  await tx.run(sql`DELETE FROM assistants.prompt`);
  await tx.run(sql`DELETE FROM assistants.role`);
  await tx.run(sql`DELETE FROM assistants.usage_entry`);
  await tx.run(sql`DELETE FROM assistants.budget`);
  await tx.run(sql`DELETE FROM assistants.spending`);
}

/** Forgets who was in a company: the last thing, others find their way by it. */
export async function deletePeople(tx: Tx, companyId: string): Promise<void> {
  await tx.run(sql`DELETE FROM assistants.person_company WHERE tenant_id = ${companyId}`);
}
