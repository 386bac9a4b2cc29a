import type { Clock } from '#base/time';
import type { Database } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import type { Privacy } from '#platform/server/privacy';
import { UserDeleted } from '../../contract/index.ts';
import type { Announcements } from '../access/announce.ts';
import { lockAccessChanges, rolesOf } from '../access/role.store.ts';
import type { Users } from '../access/users.ts';
import type { Audit } from '../audit/audit.ts';
import type { Confirmation, Confirming } from '../passwords/confirmation.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { lockAccount } from './account.store.ts';
import { userUnknown } from './profile.ts';

export interface Deletion {
  /** Everything all modules keep about the person goes, in one transaction, or nothing does. */
  deleteAccount(who: Confirming, password: string | undefined): Promise<void>;
  export(
    userId: string,
  ): Promise<{ readonly exportedAt: Date; readonly modules: Readonly<Record<string, unknown>> }>;
}

export interface DeletionParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly confirm: Confirmation;
  readonly sessions: Sessions;
  readonly users: Users;
  readonly announcements: Announcements;
  readonly privacy: Privacy;
  readonly events: Events;
  readonly audit: Audit;
}

export function createDeletion(parts: DeletionParts): Deletion {
  const { database, clock, confirm, sessions, users, announcements, privacy, events, audit } = parts;
  return {
    async deleteAccount(who, password) {
      await confirm(who, password);
      await database.transaction(async (tx) => {
        await lockAccessChanges(tx);
        const account = await lockAccount(tx, who.userId);
        if (account === undefined) throw userUnknown();
        const wasAdmin = (await rolesOf(tx, who.userId)).includes('admin');
        await sessions.endAll(tx, who.userId, null, 'account_deleted');
        await announcements.userChanged(tx, who.userId);
        await privacy.erase(tx, who.userId);
        if (wasAdmin) await users.keepAnAdmin(tx);
        await events.emit(tx, UserDeleted, { user_id: who.userId });
        await audit.append(tx, {
          action: 'identity.user_deleted',
          actorId: who.userId,
          subjectId: who.userId,
        });
      });
    },
    async export(userId) {
      return { exportedAt: clock(), modules: await privacy.export(userId) };
    },
  };
}
