import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable } from '#platform/contract';
import { Email, GivenPassword, OpaqueToken, OptionalBody } from './fields.ts';
import { Challenge, SignedIn } from './tokens.ts';

export const login = defineRoute({
  method: 'POST',
  path: '/auth/login',
  name: 'identity.login',
  summary: 'Sign in with e-mail and password',
  secretReply: true,
  access: 'public',
  body: Type.Object({ email: Email, password: GivenPassword }, { additionalProperties: false }),
  reply: Type.Union([SignedIn, Challenge]),
  refusals: [
    'identity.credentials_wrong',
    'identity.email_not_verified',
    'identity.locked',
    'identity.too_many_attempts',
    'identity.busy',
  ],
  rateLimit: { max: 60, windowSeconds: 60, by: 'address' },
});

export const refresh = defineRoute({
  method: 'POST',
  path: '/auth/refresh',
  name: 'identity.refresh',
  summary: 'Exchange a refresh token for the next one and a new access token',
  secretReply: true,
  access: 'public',
  /** Web clients send the cookie and `X-CSRF-Token` instead of a body. */
  body: OptionalBody(Type.Object({ refresh_token: Type.Optional(OpaqueToken) })),
  reply: SignedIn,
  refusals: ['identity.refresh_invalid', 'identity.csrf', 'identity.locked'],
  rateLimit: { max: 120, windowSeconds: 60, by: 'address' },
});

export const logout = defineRoute({
  method: 'POST',
  path: '/auth/logout',
  name: 'identity.logout',
  summary: 'End the session of the refresh token, or of the access token',
  access: 'public',
  body: OptionalBody(Type.Object({ refresh_token: Type.Optional(OpaqueToken) })),
  status: 204,
  refusals: ['identity.csrf'],
});

export const DeviceSession = Type.Object({
  id: Id,
  user_agent: Type.String(),
  /** Shortened: /24 for IPv4, /48 for IPv6. */
  address_prefix: Type.String(),
  created_at: Instant,
  last_used_at: Instant,
  current: Type.Boolean(),
});
export type DeviceSession = Static<typeof DeviceSession>;

export const listSessions = defineRoute({
  method: 'GET',
  path: '/auth/sessions',
  name: 'identity.list_sessions',
  summary: 'Devices the person is signed in on',
  access: 'signed-in',
  reply: Type.Object({ items: Type.Array(DeviceSession), next_cursor: Nullable(Type.String()) }),
});

export const revokeOtherSessions = defineRoute({
  method: 'DELETE',
  path: '/auth/sessions',
  name: 'identity.revoke_other_sessions',
  summary: 'Sign out everywhere but here',
  access: 'signed-in',
  reply: Type.Object({ revoked: Type.Integer() }),
});

export const revokeSession = defineRoute({
  method: 'DELETE',
  path: '/auth/sessions/:id',
  name: 'identity.revoke_session',
  summary: 'Sign out on one device',
  access: 'signed-in',
  params: IdParams,
  status: 204,
  refusals: ['identity.session_unknown'],
});

export const issueWsTicket = defineRoute({
  method: 'POST',
  path: '/auth/ws-ticket',
  name: 'identity.issue_ws_ticket',
  summary: 'A single-use ticket that authenticates one WebSocket',
  secretReply: true,
  access: 'signed-in',
  reply: Type.Object({
    ticket: Type.String(),
    /** In seconds. */
    expires_in: Type.Integer(),
  }),
  rateLimit: { max: 120, windowSeconds: 60 },
});
