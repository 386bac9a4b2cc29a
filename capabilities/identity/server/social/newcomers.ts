import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import { UserRegistered } from '../../contract/index.ts';
import { grantRole } from '../access/role.store.ts';
import {
  type AccountRow,
  findByEmail,
  insertAccount,
  lockAccount,
  markVerified,
  setPassword,
} from '../accounts/account.store.ts';
import { userUnknown } from '../accounts/profile.ts';
import { defaultTimeZone } from '../accounts/registration.ts';

interface Newcomer {
  /** Proven to be theirs, and normal. */
  readonly email: string;
  readonly displayName: string;
  readonly locale: 'ru' | 'en';
}

/** Answers an account whose address was just proven: a new one, or the unproven one that waited for it. */
export type Admit = (tx: Tx, newcomer: Newcomer) => Promise<AccountRow>;

export function createAdmission(clock: Clock, events: Events): Admit {
  return async (tx, { email, displayName, locale }) => {
    const created = await insertAccount(tx, {
      id: newId(clock().getTime()),
      email,
      emailVerifiedAt: clock(),
      displayName,
      locale,
      timeZone: defaultTimeZone,
      passwordHash: null,
      createdAt: clock(),
    });
    const found = await findByEmail(tx, email);
    if (found === undefined) throw userUnknown();
    if (created) {
      await grantRole(tx, found.id, 'user');
      await events.emit(tx, UserRegistered, { user_id: found.id });
    } else if (found.email_verified_at === null) {
      // Whoever registered the address before never proved it: their password must not open this account.
      await setPassword(tx, found.id, null);
      await markVerified(tx, found.id, clock());
      await events.emit(tx, UserRegistered, { user_id: found.id });
    }
    const account = await lockAccount(tx, found.id);
    if (account === undefined) throw userUnknown();
    return account;
  };
}
