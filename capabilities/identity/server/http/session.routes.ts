import { Refusal } from '#base/refusal';
import type { ReplyControls } from '#platform/server/http';
import type { ServeDoor } from '#platform/server/modules';
import {
  type Challenge,
  type DeviceSession,
  issueWsTicket,
  listSessions,
  login,
  logout,
  refresh,
  revokeOtherSessions,
  revokeSession,
  type SignedIn,
} from '../../contract/index.ts';
import type { IdentityService } from '../service.ts';
import { clearSessionCookies } from '../sessions/session-cookies.ts';
import type { SessionRow } from '../sessions/sessions.ts';
import type { SignInOutcome } from '../sessions/sign-in.ts';
import { ticketLifetimeSeconds } from '../tickets/tickets.ts';
import { type ClientRequest, presentedToken, presentSignedIn } from './web-client.ts';

function presentSession(row: SessionRow, current: string | null): DeviceSession {
  return {
    id: row.id,
    user_agent: row.user_agent,
    address_prefix: row.address_prefix,
    created_at: row.created_at.toISOString(),
    last_used_at: row.last_used_at.toISOString(),
    current: row.id === current,
  };
}

async function presentOutcome(
  service: IdentityService,
  outcome: SignInOutcome,
  request: ClientRequest,
  reply: ReplyControls,
): Promise<SignedIn | Challenge> {
  if (outcome.kind === 'signed_in') return presentSignedIn(service, outcome.session, request, reply);
  reply.header('cache-control', 'no-store');
  return { challenge: 'totp', challenge_token: outcome.token };
}

export function serveSessions({ mount, service, platform }: ServeDoor<IdentityService>): void {
  const origins = [...platform.platform.corsOrigins, new URL(platform.platform.publicUrl).origin];

  mount(login, async (request, reply) => {
    const outcome = await service.signIn.withPassword(request.body.email, request.body.password, request);
    return presentOutcome(service, outcome, request, reply);
  });

  mount(refresh, async (request, reply) => {
    const presented = await presentedToken(service, request, request.body, origins);
    if (presented === undefined) {
      throw new Refusal('unauthenticated', 'identity.refresh_invalid', 'Sign in again.');
    }
    try {
      const session = await service.sessions.refresh(presented.token);
      return await presentSignedIn(service, session, request, reply);
    } catch (error) {
      if (presented.fromCookie && error instanceof Refusal) clearSessionCookies(reply);
      throw error;
    }
  });

  mount(logout, async (request, reply) => {
    const presented = await presentedToken(service, request, request.body, origins);
    if (presented !== undefined) await service.sessions.endByToken(presented.token);
    const caller = request.caller;
    if (caller !== null && caller.sessionId !== null) {
      await service.sessions.end(caller.userId, caller.sessionId, 'logout');
    }
    clearSessionCookies(reply);
  });

  mount(listSessions, async ({ caller }) => {
    const rows = await service.sessions.list(caller.userId);
    return { items: rows.map((row) => presentSession(row, caller.sessionId)), next_cursor: null };
  });

  mount(revokeOtherSessions, async ({ caller }) => {
    const revoked = await platform.database.transaction(async (tx) => {
      const ended = await service.sessions.endAll(tx, caller.userId, caller.sessionId, 'ended_by_user');
      await service.audit(tx, {
        action: 'identity.other_sessions_ended',
        actorId: caller.userId,
        subjectId: caller.userId,
        details: { ended },
      });
      return ended;
    });
    return { revoked };
  });

  mount(revokeSession, async ({ caller, params }) => {
    if (await service.sessions.end(caller.userId, params.id, 'ended_by_user')) return;
    throw new Refusal('not_found', 'identity.session_unknown', 'There is no such session.');
  });

  mount(issueWsTicket, async ({ caller }, reply) => {
    if (caller.sessionId === null) {
      throw new Refusal('forbidden', 'identity.session_needed', 'Tickets are for signed-in people only.');
    }
    reply.header('cache-control', 'no-store');
    return {
      ticket: await service.tickets.issue(caller.userId, caller.sessionId),
      expires_in: ticketLifetimeSeconds,
    };
  });
}
