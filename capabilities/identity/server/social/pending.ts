import { Refusal } from '#base/refusal';
import { type Clock, minute } from '#base/time';
import { deriveKey } from '#platform/server/config';
import type { Database, Tx } from '#platform/server/database';
import { findByEmail } from '../accounts/account.store.ts';
import { checkText, normalEmail } from '../accounts/email.rules.ts';
import type { Audit } from '../audit/audit.ts';
import { codeInvalid, codeLifetimeMinutes } from '../codes/codes.ts';
import type { Origin } from '../context.ts';
import type { Post } from '../mail/post.ts';
import { keyedDigest, randomCode, randomToken, sameBytes, tokenHash } from '../secrets/opaque.ts';
import type { SignIn, SignInOutcome } from '../sessions/sign-in.ts';
import type { Admit } from './newcomers.ts';
import {
  deletePending,
  insertPending,
  linkExternal,
  lockPending,
  type PendingRow,
  setPendingCode,
  tryPending,
} from './social.store.ts';

const pendingLifetime = 30 * minute;
const maxTries = 5;
const maxSends = 5;

/** Accounts that wait for an address nobody vouched for. */
export interface PendingRegistrations {
  hold(tx: Tx, pending: Omit<PendingRow, 'code_hash'>): Promise<string>;
  /** Sends a code to the address; says nothing about whether it has an account. */
  complete(token: string, email: string | undefined): Promise<void>;
  confirm(token: string, code: string, origin: Origin): Promise<SignInOutcome>;
}

export interface PendingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly secretKey: string;
  readonly post: Post;
  readonly signIn: SignIn;
  readonly admit: Admit;
  readonly audit: Audit;
}

function pendingInvalid(): Refusal {
  return new Refusal('invalid', 'identity.pending_invalid', 'This sign-in is too old. Begin again.');
}

export function createPendingRegistrations(parts: PendingParts): PendingRegistrations {
  const { database, clock, post, signIn, admit, audit } = parts;
  const key = deriveKey(parts.secretKey, 'identity.pending-code');
  const codeHash = (token: string, email: string, code: string) => keyedDigest(key, token, email, code);

  async function isTaken(tx: Tx, email: string): Promise<boolean> {
    const account = await findByEmail(tx, email);
    return account !== undefined && account.email_verified_at !== null;
  }

  return {
    async hold(tx, pending) {
      const token = randomToken();
      const expiresAt = new Date(clock().getTime() + pendingLifetime);
      await insertPending(tx, tokenHash(token), { ...pending, expires_at: expiresAt });
      return token;
    },
    async complete(token, given) {
      await database.transaction(async (tx) => {
        const pending = await lockPending(tx, tokenHash(token), clock());
        if (pending === undefined) throw pendingInvalid();
        const chosen = given === undefined ? pending.email : normalEmail(given);
        if (chosen === null) {
          throw new Refusal(
            'invalid',
            'identity.email_required',
            'The provider gave no address. Type yours.',
            {
              errors: [{ pointer: '/body/email', message: 'is required' }],
            },
          );
        }
        checkText('/body/email', chosen);
        const taken = await isTaken(tx, chosen);
        const code = randomCode();
        const hash = taken ? null : codeHash(token, chosen, code);
        if (!(await setPendingCode(tx, tokenHash(token), chosen, hash, maxSends))) throw pendingInvalid();
        const to = { email: chosen, locale: pending.locale };
        if (taken) return post.send(tx, to, { kind: 'already_registered' });
        return post.send(tx, to, { kind: 'verify_email', code, minutes: codeLifetimeMinutes });
      });
    },
    async confirm(token, code, origin) {
      const tried = await tryPending(database, tokenHash(token), maxTries, clock());
      if (tried === undefined) throw pendingInvalid();
      const { email, code_hash: stored, provider, subject } = tried;
      if (email === null || stored === null || !sameBytes(stored, codeHash(token, email, code)))
        throw codeInvalid();
      return database.transaction(async (tx) => {
        if (!(await deletePending(tx, tokenHash(token)))) throw pendingInvalid();
        if (await isTaken(tx, email)) throw codeInvalid();
        const account = await admit(tx, { email, displayName: tried.display_name, locale: tried.locale });
        const linked = await linkExternal(tx, { provider, subject, userId: account.id, now: clock() });
        if (!linked) throw pendingInvalid();
        const outcome = await signIn.complete(tx, account, provider, origin);
        await audit.append(tx, {
          action: 'identity.provider_linked',
          actorId: account.id,
          subjectId: account.id,
          details: { provider },
        });
        return outcome;
      });
    },
  };
}
