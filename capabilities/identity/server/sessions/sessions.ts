import { createHmac } from 'node:crypto';
import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import { type Clock, day, minute } from '#base/time';
import { deriveKey } from '#platform/server/config';
import type { Database, Reader, Tx } from '#platform/server/database';
import type { Announcements } from '../access/announce.ts';
import { findAccount } from '../accounts/account.store.ts';
import type { Audit } from '../audit/audit.ts';
import type { Origin } from '../context.ts';
import type { Post } from '../mail/post.ts';
import { randomToken, tokenHash } from '../secrets/opaque.ts';
import { addressPrefix } from '../throttle/throttle.rules.ts';
import { decideRefresh } from './refresh.rules.ts';
import {
  type FamilyRow,
  insertRefreshToken,
  isUsed,
  lockFamily,
  markUsed,
  sessionOfToken,
} from './refresh.store.ts';
import {
  findSession,
  insertSession,
  liveSessions,
  revokeAll,
  revokeOne,
  type SessionRow,
  touchSession,
} from './session.store.ts';

export type { SessionRow } from './session.store.ts';

/** A refresh token not used for this long is dead. */
export const refreshLifetime = 30 * day;
/** However often refreshed, a session ends after this. */
const sessionLifetime = 180 * day;
const recently = 10 * minute;
const maxUserAgent = 300;

export interface OpenSession {
  readonly userId: string;
  readonly sessionId: string;
  readonly refreshToken: string;
}

export interface Sessions {
  open(tx: Tx, userId: string, method: string, origin: Origin): Promise<OpenSession>;
  /** Exchanges a refresh token for its child; a replay ends the session and throws. */
  refresh(token: string): Promise<OpenSession>;
  /** The session a refresh token belongs to, whatever its state. */
  sessionOf(token: string): Promise<string | undefined>;
  list(userId: string): Promise<readonly SessionRow[]>;
  /** Whether the person proved who they are within the last ten minutes. */
  authenticatedRecently(reader: Reader, sessionId: string): Promise<boolean>;
  end(userId: string, sessionId: string, reason: string): Promise<boolean>;
  /** Ends whatever session the refresh token belongs to; unknown tokens do nothing. */
  endByToken(token: string): Promise<void>;
  endAll(tx: Tx, userId: string, except: string | null, reason: string): Promise<number>;
}

export interface SessionParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly secretKey: string;
  readonly announcements: Announcements;
  readonly audit: Audit;
  readonly post: Post;
}

export function createSessions(parts: SessionParts): Sessions {
  const { database, clock, announcements, audit, post } = parts;
  const key = deriveKey(parts.secretKey, 'identity.refresh-child');
  const childOf = (token: string) => createHmac('sha256', key).update(token).digest('base64url');
  const refreshUntil = (now: Date) => new Date(now.getTime() + refreshLifetime);

  async function rotate(tx: Tx, token: string, family: FamilyRow, now: Date): Promise<string> {
    const child = childOf(token);
    const last = family.session_created_at.getTime() + sessionLifetime;
    const expiresAt = new Date(Math.min(refreshUntil(now).getTime(), last));
    const parentHash = tokenHash(token);
    const hash = tokenHash(child);
    await insertRefreshToken(tx, { hash, sessionId: family.session_id, parentHash, now, expiresAt });
    await markUsed(tx, parentHash, hash, now);
    await touchSession(tx, family.session_id, now, expiresAt);
    return child;
  }

  async function endFamily(tx: Tx, { user_id: userId, session_id: sessionId }: FamilyRow): Promise<void> {
    await revokeOne(tx, userId, sessionId, 'refresh_reuse', clock());
    await announcements.sessionsEnded(tx, userId, [sessionId]);
    const account = await findAccount(tx, userId);
    if (account?.email != null) {
      await post.send(tx, { email: account.email, locale: account.locale }, { kind: 'session_theft' });
    }
    await audit.append(tx, {
      action: 'identity.refresh_reused',
      actorId: null,
      subjectId: userId,
      details: { sessionId },
    });
  }

  /** The refusal must not undo what the transaction did, so it is thrown outside. */
  async function exchange(tx: Tx, token: string): Promise<OpenSession | undefined> {
    const family = await lockFamily(tx, tokenHash(token));
    if (family === undefined) return undefined;
    const now = clock();
    const childUsed = family.child_hash === null ? false : await isUsed(tx, family.child_hash);
    const decision = decideRefresh(
      {
        revoked: family.revoked_at !== null,
        expiresAt: family.expires_at,
        usedAt: family.used_at,
        childUsed,
      },
      now,
    );
    const session = { userId: family.user_id, sessionId: family.session_id };
    switch (decision.kind) {
      case 'rotate':
        return { ...session, refreshToken: await rotate(tx, token, family, now) };
      case 'repeat':
        return { ...session, refreshToken: childOf(token) };
      case 'reused':
        await endFamily(tx, family);
        return undefined;
      case 'refused':
        return undefined;
      default:
        return decision satisfies never;
    }
  }

  async function end(userId: string, sessionId: string, reason: string): Promise<boolean> {
    return database.transaction(async (tx) => {
      const ended = await revokeOne(tx, userId, sessionId, reason, clock());
      if (!ended) return false;
      await announcements.sessionsEnded(tx, userId, [sessionId]);
      await audit.append(tx, {
        action: 'identity.session_ended',
        actorId: userId,
        subjectId: userId,
        details: { sessionId, reason },
      });
      return true;
    });
  }

  return {
    async open(tx, userId, method, origin) {
      const now = clock();
      const sessionId = newId(now.getTime());
      const refreshToken = randomToken();
      const expiresAt = refreshUntil(now);
      await insertSession(tx, {
        id: sessionId,
        userId,
        method,
        userAgent: origin.userAgent.toWellFormed().replaceAll('\u0000', '').slice(0, maxUserAgent),
        addressPrefix: addressPrefix(origin.address),
        now,
        expiresAt,
      });
      await insertRefreshToken(tx, {
        hash: tokenHash(refreshToken),
        sessionId,
        parentHash: null,
        now,
        expiresAt,
      });
      return { userId, sessionId, refreshToken };
    },
    async refresh(token) {
      const opened = await database.transaction((tx) => exchange(tx, token));
      if (opened !== undefined) return opened;
      throw new Refusal('unauthenticated', 'identity.refresh_invalid', 'Sign in again.');
    },
    sessionOf: (token) => sessionOfToken(database, tokenHash(token)),
    list: (userId) => liveSessions(database, userId, clock()),
    async authenticatedRecently(reader, sessionId) {
      const session = await findSession(reader, sessionId);
      return session !== undefined && clock().getTime() - session.authenticated_at.getTime() <= recently;
    },
    end,
    async endByToken(token) {
      const sessionId = await sessionOfToken(database, tokenHash(token));
      const session = sessionId === undefined ? undefined : await findSession(database, sessionId);
      if (session !== undefined) await end(session.user_id, session.id, 'logout');
    },
    async endAll(tx, userId, except, reason) {
      const ended = await revokeAll(tx, userId, except, reason, clock());
      await announcements.sessionsEnded(tx, userId, ended);
      return ended.length;
    },
  };
}
