import { type Static, Type } from 'typebox';
import { defineRoute, Id, Instant, Nullable } from '#platform/contract';
import {
  DisplayName,
  GivenPassword,
  Locale,
  OptionalBody,
  PermissionName,
  RoleName,
  TimeZone,
} from './fields.ts';

/** The signed-in person, as they see themselves. */
export const Profile = Type.Object({
  id: Id,
  email: Nullable(Type.String()),
  email_verified: Type.Boolean(),
  display_name: Type.String(),
  locale: Locale,
  time_zone: Type.String(),
  roles: Type.Array(RoleName),
  /** What the person may do at this moment; menus are driven by it. */
  permissions: Type.Array(PermissionName),
  two_factor_enabled: Type.Boolean(),
  /** False for accounts that only sign in through a provider. */
  has_password: Type.Boolean(),
  external_providers: Type.Array(Type.String()),
  created_at: Instant,
});
export type Profile = Static<typeof Profile>;

export const getProfile = defineRoute({
  method: 'GET',
  path: '/profile/me',
  name: 'identity.get_profile',
  summary: 'The signed-in person',
  access: 'signed-in',
  scope: 'profile:read',
  reply: Profile,
});

export const updateProfile = defineRoute({
  method: 'PATCH',
  path: '/profile/',
  name: 'identity.update_profile',
  summary: 'Change name, language or time zone',
  access: 'signed-in',
  scope: 'profile:write',
  body: Type.Object(
    {
      display_name: Type.Optional(DisplayName),
      locale: Type.Optional(Locale),
      time_zone: Type.Optional(TimeZone),
    },
    { additionalProperties: false, minProperties: 1 },
  ),
  reply: Profile,
  refusals: ['identity.time_zone_unknown'],
});

export const exportMe = defineRoute({
  method: 'GET',
  path: '/me/export',
  name: 'identity.export_me',
  summary: 'Everything kept about the signed-in person, by module',
  access: 'signed-in',
  reply: Type.Object({ exported_at: Instant, modules: Type.Record(Type.String(), Type.Unknown()) }),
  rateLimit: { max: 5, windowSeconds: 3_600 },
});

export const deleteMe = defineRoute({
  method: 'DELETE',
  path: '/me',
  name: 'identity.delete_me',
  summary: 'Delete the account and everything kept about the person',
  access: 'signed-in',
  /** Without a password the session must have been signed in within the last ten minutes. */
  body: OptionalBody(Type.Object({ password: Type.Optional(GivenPassword) })),
  status: 204,
  refusals: ['identity.password_required', 'identity.password_wrong', 'identity.last_admin'],
  rateLimit: { max: 10, windowSeconds: 3_600 },
});
