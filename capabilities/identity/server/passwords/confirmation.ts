import { Refusal } from '#base/refusal';
import type { Database } from '#platform/server/database';
import { findAccount } from '../accounts/account.store.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Throttle } from '../throttle/throttle.ts';
import type { PasswordHasher } from './hasher.ts';

export interface Confirming {
  readonly userId: string;
  readonly sessionId: string | null;
  readonly address: string;
}

/** Makes sure that it is still the person at the keyboard: throws unless the password is right, or the sign-in recent. */
export type Confirmation = (who: Confirming, password: string | undefined) => Promise<void>;

interface ConfirmationParts {
  readonly database: Database;
  readonly hasher: PasswordHasher;
  readonly throttle: Throttle;
  readonly sessions: Sessions;
}

export function createConfirmation({
  database,
  hasher,
  throttle,
  sessions,
}: ConfirmationParts): Confirmation {
  return async ({ userId, sessionId, address }, password) => {
    const account = await findAccount(database, userId);
    if (password === undefined) {
      const recent = sessionId !== null && (await sessions.authenticatedRecently(database, sessionId));
      if (recent) return;
      throw new Refusal(
        'forbidden',
        'identity.password_required',
        'Give your password, or sign in again first.',
      );
    }
    const attempt = await throttle.begin(`confirm:${userId}`, address);
    if (await hasher.verify(account?.password_hash ?? null, password)) return attempt.succeeded();
    await attempt.failed();
    throw new Refusal('invalid', 'identity.password_wrong', 'The password is wrong.', {
      errors: [{ pointer: '/body/password', message: 'The password is wrong.' }],
    });
  };
}
