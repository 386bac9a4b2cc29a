import { Refusal } from '#base/refusal';
import type { ReplyControls } from '#platform/server/http';
import { clientHeader, csrfCookie, csrfHeader, refreshCookie, type SignedIn } from '../../contract/index.ts';
import type { IdentityService } from '../service.ts';
import { setSessionCookies } from '../sessions/session-cookies.ts';
import type { OpenSession } from '../sessions/sessions.ts';
import { accessTokenLifetime } from '../tokens/access-token.ts';

/** The parts of a request that tell browsers from other clients. */
export interface ClientRequest {
  cookie(name: string): string | undefined;
  header(name: string): string | undefined;
}

function isWebClient(request: ClientRequest): boolean {
  return request.header(clientHeader) === 'web';
}

/** The answer to a successful sign-in or refresh, in the form the client asked for. */
export async function presentSignedIn(
  service: IdentityService,
  session: OpenSession,
  request: ClientRequest,
  reply: ReplyControls,
): Promise<SignedIn> {
  const { userId, sessionId } = session;
  const [rights, user] = await Promise.all([service.access.ofUser(userId), service.profiles.get(userId)]);
  const web = isWebClient(request);
  if (web) setSessionCookies(service, session, reply);
  reply.header('cache-control', 'no-store');
  return {
    access_token: await service.tokens.issue({ userId, sessionId, version: rights?.version ?? 0 }),
    refresh_token: web ? null : session.refreshToken,
    token_type: 'Bearer',
    expires_in: accessTokenLifetime,
    user,
  };
}

function forged(): Refusal {
  return new Refusal('forbidden', 'identity.csrf', 'The request does not come from our own page. Reload it.');
}

/** Whether a browser says that another site's page sent the request. */
function isForeign(request: ClientRequest, allowed: readonly string[]): boolean {
  if (request.header('sec-fetch-site') === 'cross-site') return true;
  const origin = request.header('origin');
  if (origin === undefined || allowed.includes(origin)) return false;
  try {
    return new URL(origin).host !== request.header('host');
  } catch {
    return true;
  }
}

export interface PresentedToken {
  readonly token: string;
  readonly fromCookie: boolean;
}

/**
 * The refresh token of a request: from the body, or from the cookie of a page that is ours.
 * Throws when a cookie came without the proof that our page sent it.
 */
export async function presentedToken(
  service: IdentityService,
  request: ClientRequest,
  body: { readonly refresh_token?: string } | null | undefined,
  origins: readonly string[],
): Promise<PresentedToken | undefined> {
  if (body?.refresh_token !== undefined) return { token: body.refresh_token, fromCookie: false };
  const token = request.cookie(refreshCookie);
  if (token === undefined) return undefined;
  if (isForeign(request, origins)) throw forged();
  const sessionId = await service.sessions.sessionOf(token);
  // An unknown token has no session to prove anything about, and opens nothing.
  if (sessionId === undefined) return { token, fromCookie: true };
  if (!service.csrf.verify(sessionId, request.cookie(csrfCookie), request.header(csrfHeader))) throw forged();
  return { token, fromCookie: true };
}
