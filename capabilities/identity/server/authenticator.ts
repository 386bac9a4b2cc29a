import { Refusal } from '#base/refusal';
import type { Authenticator, Caller } from '#platform/server/http';
import type { Access, SessionAccess } from './access/access.ts';
import type { ApiKeys } from './api-keys/api-keys.ts';
import type { Tickets } from './tickets/tickets.ts';
import type { AccessTokens } from './tokens/access-token.ts';

interface AuthenticatorParts {
  readonly tokens: AccessTokens;
  readonly access: Access;
  readonly apiKeys: ApiKeys;
  readonly tickets: Tickets;
}

function refused(code: string, message: string): Refusal {
  return new Refusal('unauthenticated', code, message);
}

/** Who calls, as of this moment: what a token says about rights is never believed, only who it belongs to. */
export function createAuthenticator({ tokens, access, apiKeys, tickets }: AuthenticatorParts): Authenticator {
  function callerOf(userId: string, sessionId: string, rights: SessionAccess | undefined): Caller {
    // First: locking ends the sessions too, and the person should learn the reason.
    if (rights?.locked === true) throw refused('identity.locked', 'This account is locked.');
    if (rights === undefined || !rights.sessionLives) {
      throw refused('identity.session_ended', 'This session has ended. Sign in again.');
    }
    const { roles, permissions } = rights;
    return { userId, sessionId, apiKeyId: null, roles, permissions, scopes: null };
  }

  async function byApiKey(key: string): Promise<Caller> {
    const row = await apiKeys.identify(key);
    const rights = row === undefined ? undefined : await access.ofUser(row.user_id);
    if (row === undefined || rights === undefined || rights.locked) {
      throw refused('identity.api_key_invalid', 'The API key is not valid.');
    }
    const { roles, permissions } = rights;
    return {
      userId: row.user_id,
      sessionId: null,
      apiKeyId: row.id,
      roles,
      permissions,
      scopes: new Set(row.scopes),
    };
  }

  return {
    async authenticate(credentials) {
      switch (credentials.kind) {
        case 'bearer': {
          const { userId, sessionId, version } = await tokens.verify(credentials.token);
          return callerOf(userId, sessionId, await access.ofSession(userId, sessionId, version));
        }
        case 'ws-ticket': {
          const holder = await tickets.take(credentials.ticket);
          if (holder === undefined)
            throw refused('identity.ticket_invalid', 'The ticket is not valid (any more).');
          const { userId, sessionId } = holder;
          return callerOf(userId, sessionId, await access.ofSession(userId, sessionId, 0));
        }
        case 'api-key':
          return byApiKey(credentials.key);
        default:
          return credentials satisfies never;
      }
    },
  };
}
