import { joinSql, type Reader, type Sql, sql } from '#platform/server/database';
import type { OverrideRow } from './role.store.ts';

export interface UserRow {
  readonly id: string;
  readonly email: string | null;
  readonly email_verified_at: Date | null;
  readonly display_name: string;
  readonly locale: 'ru' | 'en';
  readonly time_zone: string;
  readonly roles: string[];
  readonly overrides: readonly (Omit<OverrideRow, 'expires_at'> & { expires_at: string | null })[];
  readonly totp_enabled_at: Date | null;
  readonly locked_at: Date | null;
  readonly lock_reason: string | null;
  readonly created_at: Date;
}

export interface UserFilter {
  readonly search: string | undefined;
  readonly role: string | undefined;
  readonly locked: boolean | undefined;
  /** The last account of the page before. */
  readonly after: { readonly createdAt: Date; readonly id: string } | undefined;
}

const columns = sql`a.id, a.email, a.email_verified_at, a.display_name, a.locale, a.time_zone,
  ARRAY(SELECT role FROM identity.user_role ur WHERE ur.user_id = a.id ORDER BY role) AS roles,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('permission', up.permission, 'effect', up.effect,
      'expires_at', up.expires_at) ORDER BY up.permission), '[]')
    FROM identity.user_permission up WHERE up.user_id = a.id) AS overrides,
  a.totp_enabled_at, a.locked_at, a.lock_reason, a.created_at`;

/** For `LIKE`: what somebody typed, with its own wildcards made plain. */
function containing(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}

export async function findUser(reader: Reader, id: string): Promise<UserRow | undefined> {
  return reader.row<UserRow>(sql`SELECT ${columns} FROM identity.account a WHERE a.id = ${id}::uuid`);
}

export async function findUsers(reader: Reader, filter: UserFilter, limit: number): Promise<UserRow[]> {
  const conditions: Sql[] = [sql`true`];
  if (filter.search !== undefined) {
    const pattern = containing(filter.search);
    conditions.push(sql`(a.email LIKE ${pattern} OR lower(a.display_name) LIKE ${pattern})`);
  }
  if (filter.role !== undefined) {
    conditions.push(
      sql`EXISTS (SELECT 1 FROM identity.user_role ur WHERE ur.user_id = a.id AND ur.role = ${filter.role})`,
    );
  }
  if (filter.locked !== undefined)
    conditions.push(sql`(a.locked_at IS NOT NULL) = ${filter.locked}::boolean`);
  if (filter.after !== undefined) {
    conditions.push(
      sql`(a.created_at, a.id) < (${filter.after.createdAt}::timestamptz, ${filter.after.id}::uuid)`,
    );
  }
  return reader.rows<UserRow>(
    sql`SELECT ${columns} FROM identity.account a WHERE ${joinSql(conditions, sql` AND `)}
        ORDER BY a.created_at DESC, a.id DESC LIMIT ${limit}`,
  );
}
