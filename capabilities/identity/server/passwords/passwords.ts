import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Database, Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import { UserRegistered } from '../../contract/index.ts';
import {
  type AccountRow,
  findAccount,
  findByEmail,
  lockAccount,
  markVerified,
  setPassword,
} from '../accounts/account.store.ts';
import { normalEmail } from '../accounts/email.rules.ts';
import type { Audit } from '../audit/audit.ts';
import { type Codes, codeInvalid, codeLifetimeMinutes } from '../codes/codes.ts';
import type { Post } from '../mail/post.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { accountThrottleKey } from '../sessions/sign-in.ts';
import { clearThrottle } from '../throttle/throttle.store.ts';
import type { Confirmation, Confirming } from './confirmation.ts';
import type { PasswordHasher } from './hasher.ts';
import { checkPassword } from './password.rules.ts';

export interface Passwords {
  /** Sends a code when the address has an account; the caller learns nothing. */
  forgot(email: string): Promise<void>;
  /** Sets a password with the code; every session ends. */
  reset(email: string, code: string, password: string): Promise<void>;
  /** Every other session ends. */
  change(who: Confirming, current: string | undefined, password: string): Promise<void>;
}

export interface PasswordParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly secretKey: string;
  readonly hasher: PasswordHasher;
  readonly codes: Codes;
  readonly post: Post;
  readonly sessions: Sessions;
  readonly confirm: Confirmation;
  readonly audit: Audit;
  readonly events: Events;
}

export function createPasswords(parts: PasswordParts): Passwords {
  const { database, clock, hasher, codes, post, sessions, confirm, audit, events } = parts;
  const throttleKey = accountThrottleKey(parts.secretKey);

  async function tell(tx: Tx, account: AccountRow): Promise<void> {
    if (account.email === null) return;
    await post.send(tx, { email: account.email, locale: account.locale }, { kind: 'password_changed' });
  }

  return {
    async forgot(given) {
      const email = normalEmail(given);
      await database.transaction(async (tx) => {
        const account = await findByEmail(tx, email);
        if (account === undefined) return;
        const code = await codes.issue(tx, account.id, 'reset_password');
        if (code === undefined) return;
        const to = { email, locale: account.locale };
        await post.send(tx, to, { kind: 'reset_password', code, minutes: codeLifetimeMinutes });
      });
    },
    async reset(given, code, password) {
      const email = normalEmail(given);
      checkPassword(password, email);
      const found = await findByEmail(database, email);
      if (found === undefined) throw codeInvalid();
      await codes.check(database, found.id, 'reset_password', code);
      const passwordHash = await hasher.hash(password);
      await database.transaction(async (tx) => {
        const account = await lockAccount(tx, found.id);
        if (account === undefined) throw codeInvalid();
        await codes.spend(tx, account.id, 'reset_password', code);
        await setPassword(tx, account.id, passwordHash);
        // The code proved the address too.
        await markVerified(tx, account.id, clock());
        if (account.email_verified_at === null)
          await events.emit(tx, UserRegistered, { user_id: account.id });
        await sessions.endAll(tx, account.id, null, 'password_reset');
        await clearThrottle(tx, throttleKey(email));
        await tell(tx, account);
        await audit.append(tx, {
          action: 'identity.password_reset',
          actorId: account.id,
          subjectId: account.id,
        });
      });
    },
    async change(who, current, password) {
      const before = await findAccount(database, who.userId);
      if (before === undefined)
        throw new Refusal('not_found', 'identity.user_unknown', 'There is no such account.');
      checkPassword(password, before.email, '/body/new_password');
      if (before.password_hash !== null && current === undefined) {
        throw new Refusal('invalid', 'identity.password_wrong', 'Give the present password.', {
          errors: [{ pointer: '/body/current_password', message: 'Give the present password.' }],
        });
      }
      await confirm(who, before.password_hash === null ? undefined : current);
      const passwordHash = await hasher.hash(password);
      await database.transaction(async (tx) => {
        const account = await lockAccount(tx, who.userId);
        if (account === undefined || account.password_hash !== before.password_hash) {
          throw new Refusal(
            'conflict',
            'identity.password_changed_meanwhile',
            'The password was changed meanwhile.',
          );
        }
        await setPassword(tx, account.id, passwordHash);
        await sessions.endAll(tx, account.id, who.sessionId, 'password_changed');
        await tell(tx, account);
        await audit.append(tx, {
          action: 'identity.password_changed',
          actorId: account.id,
          subjectId: account.id,
        });
      });
    },
  };
}
