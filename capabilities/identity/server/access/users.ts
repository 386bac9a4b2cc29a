import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Permission } from '#platform/contract';
import type { Database, Tx } from '#platform/server/database';
import { type AccountRow, lockAccount, setLock } from '../accounts/account.store.ts';
import { userUnknown } from '../accounts/profile.ts';
import type { Audit } from '../audit/audit.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { bumpVersion } from './access.store.ts';
import type { Access } from './access.ts';
import type { Announcements } from './announce.ts';
import { checkOwn, difference } from './grants.rules.ts';
import {
  allPermissions,
  countAdmins,
  findRoles,
  lockAccessChanges,
  type OverrideRow,
  overridesOf,
  replaceOverrides,
  replaceRoles,
  rolesOf,
} from './role.store.ts';
import { findUser, findUsers, type UserFilter, type UserRow } from './user-list.read.ts';

export type { UserRow } from './user-list.read.ts';

export interface Users {
  /** Throws when there is no such account. */
  get(userId: string): Promise<UserRow>;
  /** Newest first. */
  list(filter: UserFilter, limit: number): Promise<readonly UserRow[]>;
  setRoles(actorId: string, userId: string, roles: readonly string[]): Promise<void>;
  setOverrides(actorId: string, userId: string, overrides: readonly OverrideRow[]): Promise<void>;
  lock(actorId: string, userId: string, reason: string): Promise<void>;
  unlock(actorId: string, userId: string): Promise<void>;
  /** As the last part of somebody else's transaction. */
  unlockWithin(tx: Tx, actorId: string, userId: string): Promise<void>;
  /** Throws when nobody would be left to administer; call after the change, under `lockAccessChanges`. */
  keepAnAdmin(tx: Tx): Promise<void>;
}

export interface UserParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly access: Access;
  readonly announcements: Announcements;
  readonly sessions: Sessions;
  readonly audit: Audit;
}

interface Change {
  readonly tx: Tx;
  readonly account: AccountRow;
  /** What the administrator may do at this moment. */
  readonly own: ReadonlySet<Permission>;
}

type ChangeWork = (change: Change) => Promise<{ action: string; details: Record<string, unknown> }>;

export function createUsers(parts: UserParts): Users {
  const { database, clock, access, announcements, sessions, audit } = parts;

  async function keepAnAdmin(tx: Tx): Promise<void> {
    if ((await countAdmins(tx, clock())) > 0) return;
    throw new Refusal(
      'conflict',
      'identity.last_admin',
      'The last administrator cannot be removed, locked or deleted.',
    );
  }

  /** Every change of somebody's access: one after another, with rights read inside the transaction. */
  async function changeWithin(
    tx: Tx,
    { actorId, userId, needed }: { actorId: string; userId: string; needed: Permission },
    work: ChangeWork,
  ): Promise<void> {
    await lockAccessChanges(tx);
    const account = await lockAccount(tx, userId);
    if (account === undefined) throw userUnknown();
    const own = (await access.read(tx, actorId))?.permissions ?? new Set<Permission>();
    checkOwn(own, [needed]);
    const { action, details } = await work({ tx, account, own });
    await keepAnAdmin(tx);
    await announcements.userChanged(tx, userId);
    await audit.append(tx, { action, actorId, subjectId: userId, details });
  }

  async function change(
    actorId: string,
    userId: string,
    needed: Permission,
    work: ChangeWork,
  ): Promise<void> {
    await database.transaction((tx) => changeWithin(tx, { actorId, userId, needed }, work));
  }

  async function unlocked(given: Change): ReturnType<ChangeWork> {
    await checkReach(given);
    await setLock(given.tx, given.account.id, null);
    return { action: 'identity.user_unlocked', details: {} };
  }

  /** Nobody touches an account that can do more than they can. */
  async function checkReach({ tx, own, account }: Change): Promise<void> {
    checkOwn(own, (await access.read(tx, account.id))?.permissions ?? []);
  }

  return {
    keepAnAdmin,
    list: (filter, limit) => findUsers(database, filter, limit),
    async get(userId) {
      const row = await findUser(database, userId);
      if (row === undefined) throw userUnknown();
      return row;
    },
    setRoles: (actorId, userId, roles) =>
      change(actorId, userId, 'manage_user_roles', async ({ tx, own }) => {
        const before = await rolesOf(tx, userId);
        const touched = difference(before, roles);
        const found = await findRoles(tx, touched);
        const missing = touched.filter((name) => !found.some((role) => role.name === name));
        if (missing.length > 0) {
          throw new Refusal('invalid', 'identity.role_unknown', `There is no role ${missing.join(', ')}.`, {
            errors: [{ pointer: '/body/roles', message: 'There is no such role.' }],
          });
        }
        checkOwn(
          own,
          found.flatMap((role) => role.permissions),
        );
        await replaceRoles(tx, userId, roles);
        await bumpVersion(tx, userId);
        return { action: 'identity.roles_changed', details: { before, after: [...roles].sort() } };
      }),
    setOverrides: (actorId, userId, overrides) =>
      change(actorId, userId, 'manage_user_roles', async ({ tx, own }) => {
        const names = overrides.map((override) => override.permission);
        if (new Set(names).size !== names.length) {
          throw new Refusal('invalid', 'identity.override_repeated', 'Each permission may be named once.', {
            errors: [{ pointer: '/body/overrides', message: 'Each permission may be named once.' }],
          });
        }
        const known = new Set((await allPermissions(tx)).map((permission) => permission.name));
        const unknown = names.filter((name) => !known.has(name));
        if (unknown.length > 0) {
          throw new Refusal(
            'invalid',
            'identity.permission_unknown',
            'No running module asks for this permission.',
            {
              errors: [{ pointer: '/body/overrides', message: unknown.join(', ') }],
            },
          );
        }
        const before = await overridesOf(tx, userId);
        checkOwn(own, [...names, ...before.map((override) => override.permission)]);
        await replaceOverrides(tx, userId, overrides);
        await bumpVersion(tx, userId);
        const after = overrides.map(({ permission, effect }) => ({ permission, effect }));
        return { action: 'identity.overrides_changed', details: { after } };
      }),
    lock: (actorId, userId, reason) =>
      change(actorId, userId, 'can_lock_users', async (given) => {
        if (actorId === userId) {
          throw new Refusal('conflict', 'identity.cannot_lock_self', 'You cannot lock your own account.');
        }
        await checkReach(given);
        await setLock(given.tx, userId, { at: clock(), reason });
        const ended = await sessions.endAll(given.tx, userId, null, 'locked');
        return { action: 'identity.user_locked', details: { ended } };
      }),
    unlock: (actorId, userId) => change(actorId, userId, 'can_lock_users', unlocked),
    unlockWithin: (tx, actorId, userId) =>
      changeWithin(tx, { actorId, userId, needed: 'can_lock_users' }, unlocked),
  };
}
