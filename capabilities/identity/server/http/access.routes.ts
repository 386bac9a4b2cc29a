import { pageOf } from '#base/page';
import { type Permission, permissions } from '#platform/contract';
import type { ServeDoor } from '#platform/server/modules';
import {
  deleteRole,
  getUser,
  listPermissions,
  listRoles,
  listUsers,
  lockUser,
  type Role,
  saveRole,
  setUserOverrides,
  setUserRoles,
  type UserAccount,
  unlockUser,
  updateUser,
} from '../../contract/index.ts';
import { readCursor, writeCursor } from '../access/cursor.rules.ts';
import type { RoleRow } from '../access/roles.ts';
import type { UserRow } from '../access/users.ts';
import type { IdentityService } from '../service.ts';

const known: ReadonlySet<string> = new Set(permissions);

function isPermission(name: string): name is Permission {
  return known.has(name);
}

function presentUser(row: UserRow): UserAccount {
  return {
    id: row.id,
    email: row.email,
    email_verified: row.email_verified_at !== null,
    display_name: row.display_name,
    locale: row.locale,
    time_zone: row.time_zone,
    roles: row.roles,
    overrides: row.overrides.flatMap(({ permission, effect, expires_at: until }) =>
      isPermission(permission)
        ? [{ permission, effect, expires_at: until === null ? null : new Date(until).toISOString() }]
        : [],
    ),
    two_factor_enabled: row.totp_enabled_at !== null,
    locked_at: row.locked_at?.toISOString() ?? null,
    lock_reason: row.lock_reason,
    created_at: row.created_at.toISOString(),
  };
}

function presentRole({ name, description, seeded, permissions: held, users }: RoleRow): Role {
  return { name, description, seeded, permissions: held.filter(isPermission), users };
}

const defaultLimit = 20;

export function serveAccess({ mount, service }: ServeDoor<IdentityService>): void {
  async function user(id: string): Promise<UserAccount> {
    return presentUser(await service.users.get(id));
  }

  mount(listUsers, async ({ query }) => {
    const { limit = defaultLimit, cursor, search, role, locked } = query;
    const filter = { search, role, locked, after: readCursor(cursor) };
    const rows = await service.users.list(filter, limit + 1);
    const page = pageOf(rows, limit, (last) => writeCursor(last.created_at, last.id));
    return { items: page.items.map(presentUser), next_cursor: page.nextCursor };
  });

  mount(getUser, ({ params }) => user(params.id));

  mount(updateUser, async ({ params, body, caller }) => {
    await service.profiles.update(caller.userId, params.id, body);
    return user(params.id);
  });

  mount(setUserRoles, async ({ params, body, caller }) => {
    await service.users.setRoles(caller.userId, params.id, body.roles);
    return user(params.id);
  });

  mount(setUserOverrides, async ({ params, body, caller }) => {
    const overrides = body.overrides.map(({ permission, effect, expires_at: until }) => ({
      permission,
      effect,
      expires_at: until === null ? null : new Date(until),
    }));
    await service.users.setOverrides(caller.userId, params.id, overrides);
    return user(params.id);
  });

  mount(lockUser, async ({ params, body, caller }) => {
    await service.users.lock(caller.userId, params.id, body.reason);
    return user(params.id);
  });

  mount(unlockUser, async ({ params, caller }) => {
    await service.users.unlock(caller.userId, params.id);
    return user(params.id);
  });

  mount(listRoles, async () => ({ items: (await service.roles.list()).map(presentRole), next_cursor: null }));

  mount(saveRole, async ({ params, body, caller }) =>
    presentRole(await service.roles.save(caller.userId, params.name, body)),
  );

  mount(deleteRole, ({ params, caller }) => service.roles.remove(caller.userId, params.name));

  mount(listPermissions, async () => ({
    items: (await service.roles.permissions()).flatMap(({ name, roles }) =>
      isPermission(name) ? [{ name, roles }] : [],
    ),
    next_cursor: null,
  }));
}
