import { randomBytes } from 'node:crypto';
import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import { type Clock, day, minute } from '#base/time';
import type { Database } from '#platform/server/database';
import { lockAccount } from '../accounts/account.store.ts';
import type { Audit } from '../audit/audit.ts';
import { randomToken, tokenHash } from '../secrets/opaque.ts';
import { type ApiKeyRow, deleteApiKey, findApiKey, insertApiKey, keysOf, noteUse } from './api-key.store.ts';

export type { ApiKeyRow } from './api-key.store.ts';

const maxKeys = 20;

interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresInDays: number | undefined;
}

export interface ApiKeys {
  list(userId: string): Promise<readonly ApiKeyRow[]>;
  /** Answers the key for the only time. */
  create(userId: string, request: NewApiKey): Promise<{ readonly key: string; readonly row: ApiKeyRow }>;
  revoke(userId: string, id: string): Promise<void>;
  /** The key's row, or undefined when it is unknown or has expired. */
  identify(key: string): Promise<ApiKeyRow | undefined>;
}

export function createApiKeys(
  database: Database,
  clock: Clock,
  audit: Audit,
  routeScopes: ReadonlySet<string>,
): ApiKeys {
  function refuseUnknown(scopes: readonly string[]): void {
    const unknown = scopes.flatMap((scope, index) => (routeScopes.has(scope) ? [] : [index]));
    if (unknown.length === 0) return;
    throw new Refusal('invalid', 'identity.scope_unknown', 'No route asks for one of these scopes.', {
      errors: unknown.map((index) => ({
        pointer: `/body/scopes/${index}`,
        message: 'is no scope of any route',
      })),
    });
  }

  return {
    list: (userId) => keysOf(database, userId),
    async create(userId, { name, scopes, expiresInDays }) {
      refuseUnknown(scopes);
      const now = clock();
      const prefix = `qt_${randomBytes(5).toString('hex').slice(0, 8)}`;
      const key = `${prefix}_${randomToken()}`;
      const row: ApiKeyRow = {
        id: newId(now.getTime()),
        user_id: userId,
        name,
        prefix,
        scopes: [...scopes],
        created_at: now,
        expires_at: expiresInDays === undefined ? null : new Date(now.getTime() + expiresInDays * day),
        last_used_at: null,
      };
      await database.transaction(async (tx) => {
        // The lock makes counting and inserting one step.
        await lockAccount(tx, userId);
        if ((await keysOf(tx, userId)).length >= maxKeys) {
          throw new Refusal(
            'conflict',
            'identity.too_many_keys',
            `You have ${maxKeys} keys already. Revoke one first.`,
          );
        }
        await insertApiKey(tx, row, tokenHash(key));
        await audit.append(tx, {
          action: 'identity.api_key_created',
          actorId: userId,
          subjectId: row.id,
          details: { scopes: row.scopes },
        });
      });
      return { key, row };
    },
    async revoke(userId, id) {
      await database.transaction(async (tx) => {
        if (!(await deleteApiKey(tx, userId, id))) {
          throw new Refusal('not_found', 'identity.api_key_unknown', 'There is no such key.');
        }
        await audit.append(tx, { action: 'identity.api_key_revoked', actorId: userId, subjectId: id });
      });
    },
    async identify(key) {
      if (!/^qt_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/.test(key)) return undefined;
      const row = await findApiKey(database, tokenHash(key));
      const now = clock();
      if (row === undefined || (row.expires_at !== null && row.expires_at <= now)) return undefined;
      if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > minute) {
        await noteUse(database, row.id, now);
      }
      return row;
    },
  };
}
