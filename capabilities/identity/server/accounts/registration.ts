import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Database, Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import { UserRegistered } from '../../contract/index.ts';
import { grantRole } from '../access/role.store.ts';
import type { Audit } from '../audit/audit.ts';
import { type Codes, codeInvalid, codeLifetimeMinutes } from '../codes/codes.ts';
import type { Origin } from '../context.ts';
import type { Post } from '../mail/post.ts';
import type { PasswordHasher } from '../passwords/hasher.ts';
import { checkPassword } from '../passwords/password.rules.ts';
import type { SignIn, SignInOutcome } from '../sessions/sign-in.ts';
import {
  type AccountRow,
  findByEmail,
  insertAccount,
  lockAccount,
  markContested,
  markVerified,
} from './account.store.ts';
import { checkText, checkTimeZone, normalEmail } from './email.rules.ts';

interface RegistrationRequest {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly locale: 'ru' | 'en';
  readonly timeZone?: string | undefined;
}

export interface Registration {
  /** Says nothing about whether the address has an account; a letter to it does. */
  register(request: RegistrationRequest): Promise<void>;
  resend(email: string): Promise<void>;
  verify(email: string, code: string, origin: Origin): Promise<SignInOutcome>;
}

export interface RegistrationParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly hasher: PasswordHasher;
  readonly codes: Codes;
  readonly post: Post;
  readonly signIn: SignIn;
  readonly audit: Audit;
  readonly events: Events;
}

export const defaultTimeZone = 'UTC';

export function createRegistration(parts: RegistrationParts): Registration {
  const { database, clock, hasher, codes, post, signIn, audit, events } = parts;

  async function sendCode(tx: Tx, userId: string, email: string, locale: 'ru' | 'en'): Promise<void> {
    const code = await codes.issue(tx, userId, 'verify_email');
    if (code === undefined) return;
    await post.send(tx, { email, locale }, { kind: 'verify_email', code, minutes: codeLifetimeMinutes });
  }

  async function knock(tx: Tx, account: AccountRow, email: string, samePassword: boolean): Promise<void> {
    if (account.email_verified_at === null) {
      if (!samePassword) await markContested(tx, account.id);
      return sendCode(tx, account.id, email, account.locale);
    }
    // The code table's limits keep a stranger from filling the mailbox; the code itself goes nowhere.
    if ((await codes.issue(tx, account.id, 'verify_email')) === undefined) return;
    await post.send(tx, { email, locale: account.locale }, { kind: 'already_registered' });
  }

  return {
    async register(request) {
      const email = normalEmail(request.email);
      checkPassword(request.password, email);
      checkTimeZone(request.timeZone);
      checkText('/body/display_name', request.displayName);
      checkText('/body/email', email);
      const existing = await findByEmail(database, email);
      // The same two computations on every path: the time tells nothing.
      const passwordHash = await hasher.hash(request.password);
      const samePassword = await hasher.verify(existing?.password_hash ?? null, request.password);
      await database.transaction(async (tx) => {
        const id = newId(clock().getTime());
        const created = await insertAccount(tx, {
          id,
          email,
          emailVerifiedAt: null,
          displayName: request.displayName.trim(),
          locale: request.locale,
          timeZone: request.timeZone ?? defaultTimeZone,
          passwordHash,
          createdAt: clock(),
        });
        if (created) {
          await grantRole(tx, id, 'user');
          return sendCode(tx, id, email, request.locale);
        }
        const account = await findByEmail(tx, email);
        if (account !== undefined) await knock(tx, account, email, samePassword);
      });
    },
    async resend(given) {
      const email = normalEmail(given);
      await database.transaction(async (tx) => {
        const account = await findByEmail(tx, email);
        if (account === undefined || account.email_verified_at !== null) return;
        await sendCode(tx, account.id, email, account.locale);
      });
    },
    async verify(given, code, origin) {
      const email = normalEmail(given);
      const found = await findByEmail(database, email);
      if (found === undefined || found.email_verified_at !== null) throw codeInvalid();
      await codes.check(database, found.id, 'verify_email', code);
      return database.transaction(async (tx) => {
        const account = await lockAccount(tx, found.id);
        if (account === undefined) throw codeInvalid();
        await codes.spend(tx, account.id, 'verify_email', code);
        await markVerified(tx, account.id, clock());
        await events.emit(tx, UserRegistered, { user_id: account.id });
        const outcome = await signIn.complete(tx, account, 'email_code', origin);
        await audit.append(tx, { action: 'identity.registered', actorId: account.id, subjectId: account.id });
        return outcome;
      });
    },
  };
}
