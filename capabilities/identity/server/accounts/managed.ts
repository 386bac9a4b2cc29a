import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import { UserRegistered } from '../../contract/index.ts';
import { grantRole } from '../access/role.store.ts';
import type { Origin } from '../context.ts';
import type { SignIn, SignInOutcome } from '../sessions/sign-in.ts';
import { insertAccount, lockAccount } from './account.store.ts';
import { userUnknown } from './profile.ts';
import { defaultTimeZone } from './registration.ts';

/**
 * Accounts without an address and a password, which only the module that made them opens: a company's directory says
 * who its people are. The accounts people made themselves are never opened this way: whoever runs a company's
 * directory must not come into what its people keep here besides.
 */
export interface ManagedAccounts {
  /** Answers the id of a new account. */
  found(tx: Tx, person: { readonly displayName: string; readonly locale: 'ru' | 'en' }): Promise<string>;
  /** Opens a session, or asks for the second factor of the account. Throws for an account that is not managed. */
  open(tx: Tx, userId: string, origin: Origin): Promise<SignInOutcome>;
}

interface ManagedParts {
  readonly clock: Clock;
  readonly events: Events;
  readonly signIn: SignIn;
}

export function createManagedAccounts({ clock, events, signIn }: ManagedParts): ManagedAccounts {
  return {
    async found(tx, { displayName, locale }) {
      const now = clock();
      const id = newId(now.getTime());
      await insertAccount(tx, {
        id,
        email: null,
        // There is no address to prove.
        emailVerifiedAt: now,
        displayName,
        locale,
        timeZone: defaultTimeZone,
        passwordHash: null,
        createdAt: now,
      });
      await grantRole(tx, id, 'user');
      await events.emit(tx, UserRegistered, { user_id: id });
      return id;
    },
    async open(tx, userId, origin) {
      const account = await lockAccount(tx, userId);
      if (account === undefined) throw userUnknown();
      // Whoever made the account themselves has an address.
      if (account.email !== null) throw new Error('Only managed accounts are opened by other modules.');
      return signIn.complete(tx, account, 'directory', origin);
    },
  };
}
