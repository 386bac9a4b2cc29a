import { LRUCache } from 'lru-cache';
import type { Clock } from '#base/time';
import { permissions as knownPermissions, type Permission } from '#platform/contract';
import type { Database, Reader } from '#platform/server/database';
import { type AccessRow, loadAccess } from './access.store.ts';

/** What an account may do. */
interface UserAccess {
  readonly locked: boolean;
  readonly version: number;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
}

export interface SessionAccess extends UserAccess {
  /** False once it was ended or ran out. */
  readonly sessionLives: boolean;
}

export interface Access {
  /** The present state, from the cache when it is certain to be no older than two seconds. */
  ofSession(userId: string, sessionId: string, version: number): Promise<SessionAccess | undefined>;
  ofUser(userId: string): Promise<UserAccess | undefined>;
  /** Straight from the database, for decisions inside a transaction. */
  read(reader: Reader, userId: string): Promise<UserAccess | undefined>;
  /** Forgets one subject: `user:<id>` or `session:<id>`. */
  forget(subject: string): void;
  forgetAll(): void;
}

interface CachedUser {
  readonly access: UserAccess;
  readonly changesAt: number;
  readonly loadedAt: number;
}

interface CachedSession {
  readonly userId: string;
  readonly expiresAt: number;
  readonly loadedAt: number;
}

const maxCached = 20_000;
/** Notifications make changes hold at once; this is what holds when notifications do not come. */
const maxAgeMs = 2_000;

const known: ReadonlySet<string> = new Set(knownPermissions);

function isPermission(name: string): name is Permission {
  return known.has(name);
}

function accessOf(row: AccessRow): UserAccess {
  return {
    locked: row.locked,
    version: row.permission_version,
    roles: row.roles,
    permissions: new Set(row.permissions.filter(isPermission)),
  };
}

export function createAccess(
  database: Database,
  clock: Clock,
  monotonic: () => number = () => performance.now(),
): Access {
  const users = new LRUCache<string, CachedUser>({ max: maxCached });
  const sessions = new LRUCache<string, CachedSession>({ max: maxCached });
  // A load that began before a change must not be remembered after it.
  let epoch = 0;

  function freshUser(userId: string): UserAccess | undefined {
    const cached = users.get(userId);
    if (cached === undefined || monotonic() - cached.loadedAt > maxAgeMs) return undefined;
    return cached.changesAt <= clock().getTime() ? undefined : cached.access;
  }

  function freshSession(userId: string, sessionId: string): boolean | undefined {
    const cached = sessions.get(sessionId);
    if (cached === undefined || monotonic() - cached.loadedAt > maxAgeMs) return undefined;
    return cached.userId === userId && cached.expiresAt > clock().getTime();
  }

  async function load(userId: string, sessionId: string | null): Promise<SessionAccess | undefined> {
    const begun = epoch;
    const loadedAt = monotonic();
    const now = clock();
    const row = await loadAccess(database, userId, sessionId, now);
    if (row === undefined) return undefined;
    const access = accessOf(row);
    const expiresAt = row.session_expires_at?.getTime() ?? 0;
    if (begun === epoch) {
      users.set(userId, {
        access,
        loadedAt,
        changesAt: row.changes_at?.getTime() ?? Number.POSITIVE_INFINITY,
      });
      if (sessionId !== null) sessions.set(sessionId, { userId, expiresAt, loadedAt });
    }
    return { ...access, sessionLives: expiresAt > now.getTime() };
  }

  return {
    async ofSession(userId, sessionId, version) {
      const access = freshUser(userId);
      const sessionLives = freshSession(userId, sessionId);
      // A token of a newer version than the cached one proves the cache old.
      if (access === undefined || sessionLives === undefined || access.version < version) {
        return load(userId, sessionId);
      }
      return { ...access, sessionLives };
    },
    ofUser: async (userId) => freshUser(userId) ?? load(userId, null),
    async read(reader, userId) {
      const row = await loadAccess(reader, userId, null, clock());
      return row === undefined ? undefined : accessOf(row);
    },
    forget(subject) {
      epoch += 1;
      const [kind, id = ''] = subject.split(':');
      if (kind === 'user') users.delete(id);
      else sessions.delete(id);
    },
    forgetAll() {
      epoch += 1;
      users.clear();
      sessions.clear();
    },
  };
}
