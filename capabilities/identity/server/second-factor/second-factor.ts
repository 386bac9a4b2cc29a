import { randomInt } from 'node:crypto';
import { Refusal } from '#base/refusal';
import { type Clock, minute } from '#base/time';
import { createSecretBox, deriveKey } from '#platform/server/config';
import type { Database, Reader, Tx } from '#platform/server/database';
import { type AccountRow, lockAccount } from '../accounts/account.store.ts';
import type { Audit } from '../audit/audit.ts';
import { keyedDigest, randomToken, tokenHash } from '../secrets/opaque.ts';
import type { Throttle } from '../throttle/throttle.ts';
import { matchedStep, newRecoveryCodes, newTotpSecret, otpauthUrl, readTypedCode } from './codes.rules.ts';
import {
  type ChallengeRow,
  disableTotp,
  enableTotp,
  insertChallenge,
  replaceRecoveryCodes,
  setPending,
  spendRecoveryCode,
  spendStep,
  takeChallenge,
  tryChallenge,
} from './second-factor.store.ts';

const challengeLifetime = 5 * minute;
const maxTries = 5;

export interface SecondFactor {
  setup(userId: string): Promise<{ readonly secret: string; readonly otpauthUrl: string }>;
  /** Answers the recovery codes, for the only time. */
  enable(userId: string, code: string, address: string): Promise<readonly string[]>;
  disable(userId: string, code: string, address: string): Promise<void>;
  /** A token that stands for a sign-in whose first factor was right. */
  challenge(tx: Tx, userId: string, method: string): Promise<string>;
  /** Whose challenge it is; counts the try and throws when it is not valid. */
  readChallenge(reader: Reader, token: string): Promise<ChallengeRow>;
  /** Uses the challenge and the code up; false when the code is wrong. */
  pass(tx: Tx, account: AccountRow, token: string, code: string): Promise<boolean>;
}

export interface SecondFactorParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly secretKey: string;
  readonly throttle: Throttle;
  readonly audit: Audit;
}

function challengeInvalid(): Refusal {
  return new Refusal(
    'unauthenticated',
    'identity.challenge_invalid',
    'The sign-in took too long. Begin again.',
  );
}

function wrongCode(): Refusal {
  return new Refusal('invalid', 'identity.second_factor_wrong', 'The code is wrong.', {
    errors: [{ pointer: '/body/code', message: 'The code is wrong.' }],
  });
}

async function mustLock(tx: Tx, userId: string): Promise<AccountRow> {
  const account = await lockAccount(tx, userId);
  if (account === undefined)
    throw new Refusal('not_found', 'identity.user_unknown', 'There is no such account.');
  return account;
}

export function createSecondFactor(parts: SecondFactorParts): SecondFactor {
  const { database, clock, throttle, audit } = parts;
  const box = createSecretBox(parts.secretKey, 'identity.totp');
  const recoveryKey = deriveKey(parts.secretKey, 'identity.recovery-code');
  const recoveryHash = (userId: string, code: string) => keyedDigest(recoveryKey, userId, code);

  async function accepts(tx: Tx, account: AccountRow, text: string): Promise<boolean> {
    const typed = readTypedCode(text);
    if (typed.kind === 'neither' || account.totp_secret === null) return false;
    if (typed.kind === 'recovery') {
      return spendRecoveryCode(tx, account.id, recoveryHash(account.id, typed.code), clock());
    }
    const step = matchedStep(box.open(account.totp_secret, account.id), typed.code, clock());
    return step !== undefined && spendStep(tx, account.id, step);
  }

  /** Counts tries, so that six digits cannot be guessed by somebody holding a session. */
  async function slowly<Result>(
    userId: string,
    address: string,
    work: (tx: Tx) => Promise<Result | undefined>,
  ): Promise<Result> {
    const attempt = await throttle.begin(`second-factor:${userId}`, address);
    const result = await database.transaction(work);
    if (result === undefined) {
      await attempt.failed();
      throw wrongCode();
    }
    await attempt.succeeded();
    return result;
  }

  return {
    setup: (userId) =>
      database.transaction(async (tx) => {
        const account = await mustLock(tx, userId);
        if (account.totp_enabled_at !== null) {
          throw new Refusal('conflict', 'identity.second_factor_on', 'The second factor is on already.');
        }
        const secret = newTotpSecret();
        await setPending(tx, userId, box.seal(secret, userId));
        return { secret, otpauthUrl: otpauthUrl(secret, account.email ?? account.display_name) };
      }),
    enable: (userId, code, address) =>
      slowly(userId, address, async (tx) => {
        const account = await mustLock(tx, userId);
        if (account.totp_enabled_at !== null) {
          throw new Refusal('conflict', 'identity.second_factor_on', 'The second factor is on already.');
        }
        if (account.totp_pending === null) {
          throw new Refusal(
            'conflict',
            'identity.second_factor_not_set_up',
            'Set the second factor up first.',
          );
        }
        const typed = readTypedCode(code);
        const secret = box.open(account.totp_pending, userId);
        const step = typed.kind === 'totp' ? matchedStep(secret, typed.code, clock()) : undefined;
        if (step === undefined) return undefined;
        await enableTotp(tx, userId, step, clock());
        const codes = newRecoveryCodes((below) => randomInt(below));
        const hashes = codes.map((each) => recoveryHash(userId, each.replace('-', '')));
        await replaceRecoveryCodes(tx, userId, hashes);
        await audit.append(tx, {
          action: 'identity.second_factor_enabled',
          actorId: userId,
          subjectId: userId,
        });
        return codes;
      }),
    async disable(userId, code, address) {
      await slowly(userId, address, async (tx) => {
        const account = await mustLock(tx, userId);
        if (account.totp_enabled_at === null) {
          throw new Refusal('conflict', 'identity.second_factor_off', 'The second factor is off.');
        }
        if (!(await accepts(tx, account, code))) return undefined;
        await disableTotp(tx, userId);
        await audit.append(tx, {
          action: 'identity.second_factor_disabled',
          actorId: userId,
          subjectId: userId,
        });
        return true;
      });
    },
    async challenge(tx, userId, method) {
      const token = randomToken();
      const expiresAt = new Date(clock().getTime() + challengeLifetime);
      await insertChallenge(tx, { hash: tokenHash(token), userId, method, expiresAt });
      return token;
    },
    async readChallenge(reader, token) {
      const challenge = await tryChallenge(reader, tokenHash(token), maxTries, clock());
      if (challenge === undefined) throw challengeInvalid();
      return challenge;
    },
    async pass(tx, account, token, code) {
      if (!(await accepts(tx, account, code))) return false;
      if (!(await takeChallenge(tx, tokenHash(token)))) throw challengeInvalid();
      return true;
    },
  };
}
