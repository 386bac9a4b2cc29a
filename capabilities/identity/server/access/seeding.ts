import { type Permission, permissions, seededRoles } from '#platform/contract';
import { type Database, sql, type Tx } from '#platform/server/database';
import type { PermissionGrants } from '#platform/server/modules';

const seedLock = 4_206_117_302;

async function seedPermission(tx: Tx, permission: Permission, roles: readonly string[]): Promise<void> {
  const isNew = await tx.run(
    sql`INSERT INTO identity.permission (name) VALUES (${permission}) ON CONFLICT DO NOTHING`,
  );
  // Known permissions stay as administrators left them.
  const holders = isNew === 1 ? [...new Set([...roles, 'admin'])] : ['admin'];
  await tx.run(sql`
    INSERT INTO identity.role_permission (role, permission)
    SELECT unnest(${holders}::text[]), ${permission}::text ON CONFLICT DO NOTHING`);
}

/**
 * Makes the roles every installation begins with and the permissions the loaded modules declare.
 * A repeat changes nothing but permissions that are new; `admin` always holds everything.
 */
export async function seedAccess(database: Database, grants: PermissionGrants): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.run(sql`SELECT pg_advisory_xact_lock(${seedLock}::bigint)`);
    await tx.run(sql`
      INSERT INTO identity.role (name, seeded) SELECT unnest(${seededRoles}::text[]), true ON CONFLICT DO NOTHING`);
    for (const permission of permissions) {
      const roles = grants[permission];
      if (roles !== undefined) await seedPermission(tx, permission, roles);
    }
  });
}
