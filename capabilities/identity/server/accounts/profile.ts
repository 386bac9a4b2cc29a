import { Refusal } from '#base/refusal';
import type { Database } from '#platform/server/database';
import type { Profile } from '../../contract/index.ts';
import type { Access } from '../access/access.ts';
import type { Audit } from '../audit/audit.ts';
import { providersOf } from '../social/social.store.ts';
import { findAccount, type ProfileChange, updateNames } from './account.store.ts';
import { checkText, checkTimeZone } from './email.rules.ts';

export interface Profiles {
  get(userId: string): Promise<Profile>;
  update(actorId: string, userId: string, change: ProfileChange): Promise<void>;
}

export function userUnknown(): Refusal {
  return new Refusal('not_found', 'identity.user_unknown', 'There is no such account.');
}

export function createProfiles(database: Database, access: Access, audit: Audit): Profiles {
  return {
    async get(userId) {
      const [account, rights, providers] = await Promise.all([
        findAccount(database, userId),
        access.ofUser(userId),
        providersOf(database, userId),
      ]);
      if (account === undefined || rights === undefined) throw userUnknown();
      return {
        id: account.id,
        email: account.email,
        email_verified: account.email_verified_at !== null,
        display_name: account.display_name,
        locale: account.locale,
        time_zone: account.time_zone,
        roles: [...rights.roles],
        permissions: [...rights.permissions],
        two_factor_enabled: account.totp_enabled_at !== null,
        has_password: account.password_hash !== null,
        external_providers: providers,
        created_at: account.created_at.toISOString(),
      };
    },
    async update(actorId, userId, change) {
      checkText('/body/display_name', change.display_name);
      checkTimeZone(change.time_zone);
      await database.transaction(async (tx) => {
        if (!(await updateNames(tx, userId, change))) throw userUnknown();
        const fields = Object.keys(change);
        await audit.append(tx, {
          action: 'identity.profile_changed',
          actorId,
          subjectId: userId,
          details: { fields },
        });
      });
    },
  };
}
