import { type Reader, sql, type Tx } from '#platform/server/database';

export interface RoleRow {
  readonly name: string;
  readonly description: string;
  readonly seeded: boolean;
  readonly permissions: string[];
  readonly users: number;
}

const roleColumns = sql`r.name, r.description, r.seeded,
  ARRAY(SELECT permission FROM identity.role_permission rp WHERE rp.role = r.name ORDER BY 1) AS permissions,
  (SELECT count(*) FROM identity.user_role ur WHERE ur.role = r.name) AS users`;

export async function allRoles(reader: Reader): Promise<RoleRow[]> {
  return reader.rows<RoleRow>(sql`SELECT ${roleColumns} FROM identity.role r ORDER BY r.seeded DESC, r.name`);
}

export async function findRole(reader: Reader, name: string): Promise<RoleRow | undefined> {
  return reader.row<RoleRow>(sql`SELECT ${roleColumns} FROM identity.role r WHERE r.name = ${name}`);
}

export async function findRoles(reader: Reader, names: readonly string[]): Promise<RoleRow[]> {
  return reader.rows<RoleRow>(
    sql`SELECT ${roleColumns} FROM identity.role r WHERE r.name = ANY(${names}::text[])`,
  );
}

export async function allPermissions(reader: Reader): Promise<{ name: string; roles: string[] }[]> {
  return reader.rows(sql`
    SELECT p.name, ARRAY(SELECT role FROM identity.role_permission rp WHERE rp.permission = p.name ORDER BY 1) AS roles
    FROM identity.permission p ORDER BY p.name`);
}

/**
 * Whoever may take away somebody's access holds this lock: all such changes follow one another, so that
 * two of them cannot each leave the other as the last administrator.
 */
export async function lockAccessChanges(tx: Tx): Promise<void> {
  await tx.row(sql`SELECT name FROM identity.role WHERE name = 'admin' FOR UPDATE`);
}

/** Administrators who can sign in and have not been denied the management of roles. */
export async function countAdmins(tx: Tx, now: Date): Promise<number> {
  const row = await tx.row<{ admins: number }>(sql`
    SELECT count(*) AS admins FROM identity.user_role ur JOIN identity.account a ON a.id = ur.user_id
    WHERE ur.role = 'admin' AND a.locked_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM identity.user_permission up
      WHERE up.user_id = a.id AND up.permission = 'manage_user_roles' AND up.effect = 'deny'
        AND (up.expires_at IS NULL OR up.expires_at > ${now}))`);
  return row?.admins ?? 0;
}

export async function rolesOf(reader: Reader, userId: string): Promise<string[]> {
  const rows = await reader.rows<{ role: string }>(
    sql`SELECT role FROM identity.user_role WHERE user_id = ${userId}::uuid ORDER BY role`,
  );
  return rows.map((row) => row.role);
}

export async function grantRole(tx: Tx, userId: string, role: string): Promise<void> {
  await tx.run(
    sql`INSERT INTO identity.user_role (user_id, role) VALUES (${userId}, ${role}) ON CONFLICT DO NOTHING`,
  );
}

export async function replaceRoles(tx: Tx, userId: string, roles: readonly string[]): Promise<void> {
  await tx.run(sql`
    DELETE FROM identity.user_role WHERE user_id = ${userId}::uuid AND role <> ALL(${roles}::text[])`);
  await tx.run(sql`
    INSERT INTO identity.user_role (user_id, role) SELECT ${userId}::uuid, unnest(${roles}::text[])
    ON CONFLICT DO NOTHING`);
}

export interface OverrideRow {
  readonly permission: string;
  readonly effect: 'allow' | 'deny';
  readonly expires_at: Date | null;
}

export async function overridesOf(reader: Reader, userId: string): Promise<OverrideRow[]> {
  return reader.rows<OverrideRow>(sql`
    SELECT permission, effect, expires_at FROM identity.user_permission
    WHERE user_id = ${userId}::uuid ORDER BY permission`);
}

export async function replaceOverrides(
  tx: Tx,
  userId: string,
  overrides: readonly OverrideRow[],
): Promise<void> {
  await tx.run(sql`DELETE FROM identity.user_permission WHERE user_id = ${userId}::uuid`);
  for (const { permission, effect, expires_at: expiresAt } of overrides) {
    await tx.run(sql`
      INSERT INTO identity.user_permission (user_id, permission, effect, expires_at)
      VALUES (${userId}, ${permission}, ${effect}, ${expiresAt})`);
  }
}

export async function putRole(tx: Tx, name: string, description: string | undefined): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.role AS r (name, description) VALUES (${name}, ${description ?? ''})
    ON CONFLICT (name) DO UPDATE SET description = coalesce(${description ?? null}::text, r.description)`);
}

export async function replaceRolePermissions(
  tx: Tx,
  name: string,
  permissions: readonly string[],
): Promise<void> {
  await tx.run(sql`
    DELETE FROM identity.role_permission WHERE role = ${name} AND permission <> ALL(${permissions}::text[])`);
  await tx.run(sql`
    INSERT INTO identity.role_permission (role, permission) SELECT ${name}::text, unnest(${permissions}::text[])
    ON CONFLICT DO NOTHING`);
}

export async function deleteRoleRow(tx: Tx, name: string): Promise<void> {
  await tx.run(sql`DELETE FROM identity.role WHERE name = ${name}`);
}

/** Everybody who holds the role now counts as changed; answers who. */
export async function bumpHolders(tx: Tx, role: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    UPDATE identity.account SET permission_version = permission_version + 1
    WHERE id IN (SELECT user_id FROM identity.user_role WHERE role = ${role}) RETURNING id`);
  return rows.map((row) => row.id);
}
