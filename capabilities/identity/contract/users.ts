import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { DisplayName, Locale, PermissionName, RoleName, TimeZone } from './fields.ts';

/** An exception for one person, over what the roles say; `deny` wins. */
export const PermissionOverride = Type.Object({
  permission: PermissionName,
  effect: Type.Enum(['allow', 'deny']),
  expires_at: Nullable(Instant),
});
export type PermissionOverride = Static<typeof PermissionOverride>;

/** An account, as administrators see it. */
export const UserAccount = Type.Object({
  id: Id,
  email: Nullable(Type.String()),
  email_verified: Type.Boolean(),
  display_name: Type.String(),
  locale: Locale,
  time_zone: Type.String(),
  roles: Type.Array(RoleName),
  overrides: Type.Array(PermissionOverride),
  two_factor_enabled: Type.Boolean(),
  locked_at: Nullable(Instant),
  lock_reason: Nullable(Type.String()),
  created_at: Instant,
});
export type UserAccount = Static<typeof UserAccount>;

export const listUsers = defineRoute({
  method: 'GET',
  path: '/users/',
  name: 'identity.list_users',
  summary: 'Search accounts by name or address',
  access: { permission: 'can_lock_users' },
  scope: 'users:read',
  query: Type.Object({
    ...pageQuery,
    search: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000]*$' })),
    role: Type.Optional(RoleName),
    locked: Type.Optional(Type.Boolean()),
  }),
  reply: PageOf(UserAccount),
  refusals: ['identity.cursor_invalid'],
});

export const getUser = defineRoute({
  method: 'GET',
  path: '/users/:id',
  name: 'identity.get_user',
  summary: 'One account',
  access: { permission: 'can_lock_users' },
  scope: 'users:read',
  params: IdParams,
  reply: UserAccount,
  refusals: ['identity.user_unknown'],
});

export const updateUser = defineRoute({
  method: 'PATCH',
  path: '/users/:id',
  name: 'identity.update_user',
  summary: "Change another person's name, language or time zone",
  access: { permission: 'edit_user_profiles' },
  params: IdParams,
  body: Type.Object(
    {
      display_name: Type.Optional(DisplayName),
      locale: Type.Optional(Locale),
      time_zone: Type.Optional(TimeZone),
    },
    { additionalProperties: false, minProperties: 1 },
  ),
  reply: UserAccount,
  refusals: ['identity.user_unknown', 'identity.time_zone_unknown'],
});

export const setUserRoles = defineRoute({
  method: 'PATCH',
  path: '/users/:id/roles',
  name: 'identity.set_user_roles',
  summary: 'Replace the roles of an account; in force on its next request',
  access: { permission: 'manage_user_roles' },
  params: IdParams,
  body: Type.Object(
    { roles: Type.Array(RoleName, { maxItems: 50, uniqueItems: true }) },
    { additionalProperties: false },
  ),
  reply: UserAccount,
  refusals: [
    'identity.user_unknown',
    'identity.role_unknown',
    'identity.grant_beyond_own',
    'identity.last_admin',
  ],
});

export const setUserOverrides = defineRoute({
  method: 'PATCH',
  path: '/users/:id/permissions',
  name: 'identity.set_user_overrides',
  summary: 'Replace the personal exceptions of an account',
  access: { permission: 'manage_user_roles' },
  params: IdParams,
  body: Type.Object(
    { overrides: Type.Array(PermissionOverride, { maxItems: 50 }) },
    { additionalProperties: false },
  ),
  reply: UserAccount,
  refusals: [
    'identity.user_unknown',
    'identity.grant_beyond_own',
    'identity.last_admin',
    'identity.override_repeated',
  ],
});

export const lockUser = defineRoute({
  method: 'POST',
  path: '/users/:id/lock',
  name: 'identity.lock_user',
  summary: 'Lock an account and end its sessions',
  access: { permission: 'can_lock_users' },
  params: IdParams,
  body: Type.Object(
    { reason: Type.String({ minLength: 3, maxLength: 500, pattern: '^[^\\u0000]*$' }) },
    { additionalProperties: false },
  ),
  reply: UserAccount,
  refusals: [
    'identity.user_unknown',
    'identity.last_admin',
    'identity.cannot_lock_self',
    'identity.grant_beyond_own',
  ],
});

export const unlockUser = defineRoute({
  method: 'POST',
  path: '/users/:id/unlock',
  name: 'identity.unlock_user',
  summary: 'Open a locked account',
  access: { permission: 'can_lock_users' },
  params: IdParams,
  reply: UserAccount,
  refusals: ['identity.user_unknown', 'identity.grant_beyond_own'],
});
