import { Refusal } from '#base/refusal';
import { type Clock, day, minute } from '#base/time';
import type { Database } from '#platform/server/database';
import type { Log } from '#platform/server/telemetry';
import { type Claim, findKey, keepAnswer, releaseKey, type StoredAnswer, takeKey } from './answer.store.ts';

export interface Idempotency {
  /**
   * Runs the work once per key: a repetition gets the kept answer (`isReplay`). Another body under the
   * same key is refused with `invalid`, a key whose first request still runs with `conflict`. Work that
   * throws frees its key.
   */
  once(
    claim: Claim,
    work: () => Promise<StoredAnswer>,
  ): Promise<{ readonly answer: StoredAnswer; readonly isReplay: boolean }>;
}

/** A run that died is taken over after this long. */
const claimMs = minute;
const keepMs = day;

function isWorthKeeping(status: number): boolean {
  return status < 500 && status !== 401 && status !== 429;
}

export function createIdempotency(database: Database, clock: Clock, log: Log): Idempotency {
  async function replay(claim: Claim): Promise<StoredAnswer> {
    const row = await findKey(database, claim.keyHash);
    if (row !== undefined && !row.fingerprint.equals(claim.fingerprint)) {
      const message = 'This Idempotency-Key was used with another request.';
      throw new Refusal('invalid', 'http.idempotency_key_reused', message, {
        errors: [{ pointer: '/headers/idempotency-key', message: 'was used with another request' }],
      });
    }
    if (row === undefined || row.status === null) {
      const message = 'The first request with this Idempotency-Key is still running.';
      throw new Refusal('conflict', 'http.idempotency_key_running', message, { retryAfterSeconds: 1 });
    }
    return { status: row.status, headers: row.headers ?? {}, body: row.body ?? '' };
  }

  /** The work is done and its answer true: failing it because it cannot be kept would invite a second run. */
  async function quietly(step: Promise<void>): Promise<void> {
    try {
      await step;
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      log.error({ reason }, 'an idempotency key could not be settled');
    }
  }

  return {
    async once(claim, work) {
      const now = clock();
      const claimExpiresAt = new Date(now.getTime() + claimMs);
      const expiresAt = new Date(now.getTime() + keepMs);
      if (!(await takeKey(database, claim, { now, claimExpiresAt, expiresAt }))) {
        return { answer: await replay(claim), isReplay: true };
      }
      let answer: StoredAnswer;
      try {
        answer = await work();
      } catch (error) {
        await quietly(releaseKey(database, claim));
        throw error;
      }
      const settle = isWorthKeeping(answer.status)
        ? keepAnswer(database, claim, answer)
        : releaseKey(database, claim);
      await quietly(settle);
      return { answer, isReplay: false };
    },
  };
}
