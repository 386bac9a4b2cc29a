import { type Static, Type } from 'typebox';
import { defineRoute, Nullable } from '#platform/contract';
import { PermissionName, RoleName } from './fields.ts';

export const Role = Type.Object({
  name: RoleName,
  description: Type.String(),
  /** Exists from the first start and cannot be deleted. */
  seeded: Type.Boolean(),
  permissions: Type.Array(PermissionName),
  /** Accounts that hold it. */
  users: Type.Integer(),
});
export type Role = Static<typeof Role>;

const RoleParams = Type.Object({ name: RoleName });

export const listRoles = defineRoute({
  method: 'GET',
  path: '/roles/',
  name: 'identity.list_roles',
  summary: 'All roles with their permissions',
  access: { permission: 'manage_user_roles' },
  scope: 'users:read',
  reply: Type.Object({ items: Type.Array(Role), next_cursor: Nullable(Type.String()) }),
});

export const saveRole = defineRoute({
  method: 'PUT',
  path: '/roles/:name',
  name: 'identity.save_role',
  summary: 'Make a role or replace its permissions',
  access: { permission: 'manage_user_roles' },
  params: RoleParams,
  body: Type.Object(
    {
      description: Type.Optional(Type.String({ maxLength: 500, pattern: '^[^\\u0000]*$' })),
      permissions: Type.Array(PermissionName, { maxItems: 100, uniqueItems: true }),
    },
    { additionalProperties: false },
  ),
  reply: Role,
  refusals: ['identity.grant_beyond_own', 'identity.admin_role_fixed'],
});

export const deleteRole = defineRoute({
  method: 'DELETE',
  path: '/roles/:name',
  name: 'identity.delete_role',
  summary: 'Delete a role that administrators made',
  access: { permission: 'manage_user_roles' },
  params: RoleParams,
  status: 204,
  refusals: ['identity.role_unknown', 'identity.role_seeded', 'identity.grant_beyond_own'],
});

export const listPermissions = defineRoute({
  method: 'GET',
  path: '/permissions/',
  name: 'identity.list_permissions',
  summary: 'Permissions the running modules ask for',
  access: { permission: 'manage_user_roles' },
  scope: 'users:read',
  reply: Type.Object({
    items: Type.Array(Type.Object({ name: PermissionName, roles: Type.Array(RoleName) })),
    next_cursor: Nullable(Type.String()),
  }),
});
