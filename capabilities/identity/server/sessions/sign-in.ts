import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import { deriveKey } from '#platform/server/config';
import type { Database, Tx } from '#platform/server/database';
import { type AccountRow, findByEmail, lockAccount } from '../accounts/account.store.ts';
import { normalEmail } from '../accounts/email.rules.ts';
import type { UnlockTokens } from '../accounts/unlock-token.ts';
import type { Audit } from '../audit/audit.ts';
import { type Codes, codeLifetimeMinutes } from '../codes/codes.ts';
import type { Origin } from '../context.ts';
import type { Post } from '../mail/post.ts';
import type { PasswordHasher } from '../passwords/hasher.ts';
import type { SecondFactor } from '../second-factor/second-factor.ts';
import { keyedDigest } from '../secrets/opaque.ts';
import { freeFailures } from '../throttle/throttle.rules.ts';
import type { Throttle } from '../throttle/throttle.ts';
import type { OpenSession, Sessions } from './sessions.ts';

export type SignInOutcome =
  | { readonly kind: 'signed_in'; readonly session: OpenSession }
  | { readonly kind: 'challenge'; readonly token: string };

export interface SignIn {
  withPassword(email: string, password: string, origin: Origin): Promise<SignInOutcome>;
  withSecondFactor(challengeToken: string, code: string, origin: Origin): Promise<OpenSession>;
  /** The first factor was right by whatever method: a session, or the question for the second factor. */
  complete(tx: Tx, account: AccountRow, method: string, origin: Origin): Promise<SignInOutcome>;
}

export interface SignInParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly secretKey: string;
  readonly unlockTokens: UnlockTokens;
  readonly hasher: PasswordHasher;
  readonly throttle: Throttle;
  readonly codes: Codes;
  readonly post: Post;
  readonly sessions: Sessions;
  readonly secondFactor: SecondFactor;
  readonly audit: Audit;
}

function wrong(): Refusal {
  return new Refusal(
    'unauthenticated',
    'identity.credentials_wrong',
    'The e-mail address or the password is wrong.',
  );
}

/** The name under which attempts on an address are counted: the table holds no addresses. */
export function accountThrottleKey(secretKey: string): (email: string) => string {
  const key = deriveKey(secretKey, 'identity.throttle');
  return (email) => `account:${keyedDigest(key, email).toString('base64url')}`;
}

export function createSignIn(parts: SignInParts): SignIn {
  const { database, unlockTokens, hasher, throttle, codes, post, sessions, secondFactor, audit } = parts;
  const throttleKey = accountThrottleKey(parts.secretKey);

  /** Only whoever has proven to be the person learns of the lock, and how to ask for its end. */
  function refuseLocked(account: AccountRow): void {
    if (account.locked_at === null) return;
    throw new Refusal(
      'forbidden',
      'identity.locked',
      'This account is locked. You can ask a moderator to unlock it.',
      {
        unlock_token: unlockTokens.issue(account.id),
      },
    );
  }

  async function open(tx: Tx, account: AccountRow, method: string, origin: Origin): Promise<OpenSession> {
    const session = await sessions.open(tx, account.id, method, origin);
    await audit.append(tx, {
      action: 'identity.signed_in',
      actorId: account.id,
      subjectId: account.id,
      details: { method, sessionId: session.sessionId },
    });
    return session;
  }

  async function complete(
    tx: Tx,
    account: AccountRow,
    method: string,
    origin: Origin,
  ): Promise<SignInOutcome> {
    refuseLocked(account);
    if (account.totp_enabled_at !== null) {
      return { kind: 'challenge', token: await secondFactor.challenge(tx, account.id, method) };
    }
    return { kind: 'signed_in', session: await open(tx, account, method, origin) };
  }

  async function askToVerify(account: AccountRow): Promise<never> {
    await database.transaction(async (tx) => {
      const code = await codes.issue(tx, account.id, 'verify_email');
      if (code === undefined || account.email === null) return;
      const to = { email: account.email, locale: account.locale };
      await post.send(tx, to, { kind: 'verify_email', code, minutes: codeLifetimeMinutes });
    });
    throw new Refusal(
      'forbidden',
      'identity.email_not_verified',
      'Confirm your e-mail address first. A code is on its way.',
      { resend: '/auth/verify-email/resend' },
    );
  }

  async function noteBlocked(account: AccountRow | undefined, failures: number): Promise<void> {
    if (account === undefined || failures !== freeFailures) return;
    await database.transaction((tx) =>
      audit.append(tx, {
        action: 'identity.sign_in_slowed',
        actorId: null,
        subjectId: account.id,
        details: { failures },
      }),
    );
  }

  return {
    complete,
    async withPassword(given, password, origin) {
      const email = normalEmail(given);
      const attempt = await throttle.begin(throttleKey(email), origin.address);
      const account = await findByEmail(database, email);
      const right = await hasher.verify(account?.password_hash ?? null, password);
      if (!right || account === undefined) {
        await attempt.failed();
        await noteBlocked(account, attempt.failures);
        throw wrong();
      }
      await attempt.succeeded();
      if (account.email_verified_at === null) {
        refuseLocked(account);
        return askToVerify(account);
      }
      return database.transaction(async (tx) => {
        const locked = await lockAccount(tx, account.id);
        // The password may have been changed while it was being checked.
        if (locked === undefined || locked.password_hash !== account.password_hash) throw wrong();
        return complete(tx, locked, 'password', origin);
      });
    },
    async withSecondFactor(challengeToken, code, origin) {
      const challenge = await secondFactor.readChallenge(database, challengeToken);
      const attempt = await throttle.begin(`second-factor:${challenge.user_id}`, origin.address);
      const session = await database.transaction(async (tx) => {
        const account = await lockAccount(tx, challenge.user_id);
        if (account === undefined) throw wrong();
        refuseLocked(account);
        const passed = await secondFactor.pass(tx, account, challengeToken, code);
        return passed ? open(tx, account, `${challenge.method}+totp`, origin) : undefined;
      });
      if (session === undefined) {
        await attempt.failed();
        throw new Refusal('unauthenticated', 'identity.second_factor_wrong', 'The code is wrong.');
      }
      await attempt.succeeded();
      return session;
    },
  };
}
