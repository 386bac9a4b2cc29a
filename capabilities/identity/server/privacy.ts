import type { Database } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import { rolesOf } from './access/role.store.ts';
import { deleteAccount, findAccount } from './accounts/account.store.ts';
import { keysOf } from './api-keys/api-key.store.ts';
import { entriesAbout } from './audit/audit.store.ts';
import type { Sessions } from './sessions/sessions.ts';
import { providersOf } from './social/social.store.ts';

/** The audit log stays: it holds ids only, and nothing tells any more whose they were. */
export function createPersonalData(database: Database, sessions: Sessions): PersonalData {
  return {
    async export(userId) {
      const account = await findAccount(database, userId);
      if (account === undefined) return null;
      const [roles, devices, keys, providers, entries] = await Promise.all([
        rolesOf(database, userId),
        sessions.list(userId),
        keysOf(database, userId),
        providersOf(database, userId),
        entriesAbout(database, userId),
      ]);
      return {
        account: {
          id: account.id,
          email: account.email,
          email_verified_at: account.email_verified_at,
          display_name: account.display_name,
          locale: account.locale,
          time_zone: account.time_zone,
          two_factor_enabled_at: account.totp_enabled_at,
          created_at: account.created_at,
        },
        roles,
        sessions: devices,
        api_keys: keys,
        external_providers: providers,
        audit: entries.map(({ seq, at, action, details }) => ({ seq, at, action, details })),
      };
    },
    erase: (tx, userId) => deleteAccount(tx, userId),
  };
}
