import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Role, RoleDefinition, RoleVersion } from './role.ts';

interface RoleRow {
  readonly name: string;
  readonly version: number;
  readonly updated_at: Date;
  readonly definition: RoleDefinition;
}

type StoredRole = Omit<Role, 'builtIn'>;

const roleOf = ({ name, version, updated_at, definition }: RoleRow): StoredRole => ({
  name,
  version,
  updatedAt: updated_at,
  definition,
});

/** The roles a company has rows for: its own and the built-in ones it changed. */
export async function storedRoles(reader: Reader): Promise<readonly StoredRole[]> {
  const rows = await reader.rows<RoleRow>(sql`
    SELECT role.name, role.version, role.updated_at, role_version.definition
      FROM assistants.role JOIN assistants.role_version USING (tenant_id, name, version)
     ORDER BY role.name`);
  return rows.map(roleOf);
}

export async function storedRole(reader: Reader, name: string): Promise<StoredRole | undefined> {
  const row = await reader.row<RoleRow>(sql`
    SELECT role.name, role.version, role.updated_at, role_version.definition
      FROM assistants.role JOIN assistants.role_version USING (tenant_id, name, version)
     WHERE role.name = ${name}`);
  return row === undefined ? undefined : roleOf(row);
}

/** The version a role has now, 0 without a row; the row is locked until the transaction ends. */
export async function lockVersion(tx: Tx, name: string): Promise<number> {
  const row = await tx.row<{ version: number }>(
    sql`SELECT version FROM assistants.role WHERE name = ${name} FOR UPDATE`,
  );
  return row?.version ?? 0;
}

/** Serialises the making of roles within a company, so that their number can be counted. */
export async function lockRoles(tx: Tx, tenantId: string): Promise<number> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`assistants.role:${tenantId}`}, 0))`);
  const row = await tx.row<{ count: number }>(sql`SELECT count(*)::int AS count FROM assistants.role`);
  return row?.count ?? 0;
}

interface NewVersion {
  readonly tenantId: string;
  readonly name: string;
  readonly version: number;
  readonly definition: RoleDefinition;
  readonly note: string;
  readonly authorId: string;
  readonly at: Date;
}

export async function writeVersion(tx: Tx, made: NewVersion): Promise<void> {
  const { tenantId, name, version, definition, note, authorId, at } = made;
  await tx.run(sql`
    INSERT INTO assistants.role (tenant_id, name, version, updated_at)
    VALUES (${tenantId}, ${name}, ${version}, ${at})
    ON CONFLICT (tenant_id, name) DO UPDATE SET version = excluded.version, updated_at = excluded.updated_at`);
  await tx.run(sql`
    INSERT INTO assistants.role_version (tenant_id, name, version, definition, note, author_id, created_at)
    VALUES (${tenantId}, ${name}, ${version}, ${JSON.stringify(definition)}::jsonb, ${note}, ${authorId}, ${at})`);
}

/** Newest first. */
export async function versionsOf(
  reader: Reader,
  name: string,
  limit: number,
): Promise<readonly RoleVersion[]> {
  const rows = await reader.rows<{
    version: number;
    note: string;
    author_id: string | null;
    created_at: Date;
    definition: RoleDefinition;
  }>(sql`
    SELECT version, note, author_id, created_at, definition FROM assistants.role_version
     WHERE name = ${name} ORDER BY version DESC LIMIT ${limit}`);
  return rows.map(({ version, note, author_id, created_at, definition }) => ({
    version,
    note,
    authorId: author_id ?? undefined,
    createdAt: created_at,
    definition,
  }));
}

export async function versionOf(
  reader: Reader,
  name: string,
  version: number,
): Promise<RoleDefinition | undefined> {
  const row = await reader.row<{ definition: RoleDefinition }>(
    sql`SELECT definition FROM assistants.role_version WHERE name = ${name} AND version = ${version}`,
  );
  return row?.definition;
}

/** Deletes a role with its history; answers how many there were. */
export function deleteRole(tx: Tx, name: string): Promise<number> {
  return tx.run(sql`DELETE FROM assistants.role WHERE name = ${name}`);
}

/** Forgets who wrote the versions of a person whose account goes. */
export function forgetAuthor(tx: Tx, userId: string): Promise<number> {
  return tx.run(sql`UPDATE assistants.role_version SET author_id = NULL WHERE author_id = ${userId}`);
}
