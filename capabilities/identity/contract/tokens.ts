import { type Static, Type } from 'typebox';
import { Nullable } from '#platform/contract';
import { OpaqueToken } from './fields.ts';
import { Profile } from './profile.ts';

/** What a successful sign-in or refresh answers. */
export const SignedIn = Type.Object({
  /** RS256 JWT, valid for `expires_in` seconds. */
  access_token: Type.String(),
  /** Null for web clients (`X-Quintet-Client: web`): theirs is in an httpOnly cookie. */
  refresh_token: Nullable(Type.String()),
  token_type: Type.Literal('Bearer'),
  /** In seconds. */
  expires_in: Type.Integer(),
  user: Profile,
});
export type SignedIn = Static<typeof SignedIn>;

/** The password was right; the second factor is asked for at `POST /auth/2fa/verify`. */
export const Challenge = Type.Object({
  challenge: Type.Literal('totp'),
  /** Single use, five minutes. */
  challenge_token: OpaqueToken,
});
export type Challenge = Static<typeof Challenge>;

/** The header by which the web application asks for its refresh token in a cookie. */
export const clientHeader = 'x-quintet-client';
/** Readable by scripts; its value goes back in `csrfHeader` with every cookie-authenticated request. */
export const csrfCookie = 'quintet_csrf';
export const csrfHeader = 'x-csrf-token';
export const refreshCookie = 'quintet_refresh';
