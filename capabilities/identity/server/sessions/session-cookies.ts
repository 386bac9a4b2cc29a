import type { ReplyControls } from '#platform/server/http';
import { csrfCookie, refreshCookie } from '../../contract/index.ts';
import type { Csrf } from './csrf.ts';
import { type OpenSession, refreshLifetime } from './sessions.ts';

const cookieLifetimeSeconds = refreshLifetime / 1_000;

/** The refresh token goes where scripts cannot read it; the CSRF value where only ours can. */
export function setSessionCookies(
  { csrf }: { readonly csrf: Csrf },
  session: OpenSession,
  reply: ReplyControls,
): void {
  const lasting = { maxAgeSeconds: cookieLifetimeSeconds, sameSite: 'strict' } as const;
  reply.setCookie(refreshCookie, session.refreshToken, { ...lasting, path: '/auth', httpOnly: true });
  reply.setCookie(csrfCookie, csrf.issue(session.sessionId), { ...lasting, path: '/', httpOnly: false });
}

export function clearSessionCookies(reply: ReplyControls): void {
  reply.clearCookie(refreshCookie, '/auth');
  reply.clearCookie(csrfCookie, '/');
}
