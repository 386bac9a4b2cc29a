import { Refusal } from '#base/refusal';
import type { Database } from '#platform/server/database';
import type { Profile } from '../../contract/index.ts';
import type { Access } from '../access/access.ts';
import type { Audit } from '../audit/audit.ts';
import { type ProfileChange, updateNames } from './account.store.ts';
import { checkText, checkTimeZone } from './email.rules.ts';
import { findProfile } from './profile.read.ts';

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
      const [profile, rights] = await Promise.all([findProfile(database, userId), access.ofUser(userId)]);
      if (profile === undefined || rights === undefined) throw userUnknown();
      const { providers, created_at, ...own } = profile;
      return {
        ...own,
        roles: [...rights.roles],
        permissions: [...rights.permissions],
        external_providers: providers,
        created_at: created_at.toISOString(),
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
