import { Refusal } from '#base/refusal';
import { type Clock, minute } from '#base/time';
import { deriveKey } from '#platform/server/config';
import type { Reader, Tx } from '#platform/server/database';
import { keyedDigest, randomCode, sameBytes } from '../secrets/opaque.ts';
import { type CodePurpose, putCode, spendCode, tryCode } from './code.store.ts';

export const codeLifetimeMinutes = 15;
const maxAttempts = 5;
const limits = { pauseSeconds: 30, perDay: 10 };

export interface Codes {
  /** A new code, or undefined when one was sent a moment ago or too often today. */
  issue(tx: Tx, userId: string, purpose: CodePurpose): Promise<string | undefined>;
  /** Counts the try, whatever becomes of it; throws a refusal unless the code is right. */
  check(reader: Reader, userId: string, purpose: CodePurpose, code: string): Promise<void>;
  /** Uses the code up in the transaction; throws when it is spent already. */
  spend(tx: Tx, userId: string, purpose: CodePurpose, code: string): Promise<void>;
}

/** The same answer for a wrong, old, used and never sent code. */
export function codeInvalid(): Refusal {
  return new Refusal('invalid', 'identity.code_invalid', 'The code is wrong or no longer valid.', {
    errors: [{ pointer: '/body/code', message: 'The code is wrong or no longer valid.' }],
  });
}

/** Six-digit codes sent by mail: fifteen minutes, five tries, once. */
export function createCodes(secretKey: string, clock: Clock): Codes {
  const key = deriveKey(secretKey, 'identity.code');
  const digest = (userId: string, purpose: CodePurpose, code: string) =>
    keyedDigest(key, userId, purpose, code);
  return {
    async issue(tx, userId, purpose) {
      const code = randomCode();
      const now = clock();
      const expiresAt = new Date(now.getTime() + codeLifetimeMinutes * minute);
      const hash = digest(userId, purpose, code);
      const put = await putCode(tx, { userId, purpose, hash, now, expiresAt }, limits);
      return put ? code : undefined;
    },
    async check(reader, userId, purpose, code) {
      const stored = await tryCode(reader, userId, purpose, maxAttempts, clock());
      if (stored === undefined || !sameBytes(stored, digest(userId, purpose, code))) throw codeInvalid();
    },
    async spend(tx, userId, purpose, code) {
      if (!(await spendCode(tx, userId, purpose, digest(userId, purpose, code)))) throw codeInvalid();
    },
  };
}
