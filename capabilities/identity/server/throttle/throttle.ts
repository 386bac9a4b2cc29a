import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Reader } from '#platform/server/database';
import { addressKey, forgetAfterSeconds, freeAddressFailures, freeFailures } from './throttle.rules.ts';
import { clearThrottle, countAttempt, findThrottle } from './throttle.store.ts';

/** An attempt that was let through. It counts as failed until it is told otherwise. */
interface Attempt {
  /** Failures of this account so far, this attempt included. */
  readonly failures: number;
  succeeded(): Promise<void>;
  /** Also counts against the address. */
  failed(): Promise<void>;
}

export interface Throttle {
  /**
   * Lets an attempt on a subject through, or throws a refusal of kind limited with the time to wait.
   * Counted before the secret is checked: attempts at the same moment cannot share one count.
   */
  begin(subject: string, address: string): Promise<Attempt>;
}

/** Slows guessing down, per subject and per address. */
export function createThrottle(reader: Reader, clock: Clock): Throttle {
  function blocked(until: Date): Refusal {
    const seconds = Math.max(1, Math.ceil((until.getTime() - clock().getTime()) / 1_000));
    return new Refusal(
      'limited',
      'identity.too_many_attempts',
      'Too many failed attempts. Try again later.',
      {
        retryAfterSeconds: seconds,
      },
    );
  }

  async function refuseBlocked(key: string): Promise<void> {
    const row = await findThrottle(reader, key);
    if (row !== undefined && row.blocked_until > clock()) throw blocked(row.blocked_until);
  }

  return {
    async begin(subject, address) {
      const from = `address:${addressKey(address)}`;
      await refuseBlocked(from);
      const row = await countAttempt(reader, subject, freeFailures, forgetAfterSeconds, clock());
      if (row === undefined) {
        await refuseBlocked(subject);
        throw blocked(clock());
      }
      return {
        failures: row.failures,
        succeeded: () => clearThrottle(reader, subject),
        failed: async () => {
          await countAttempt(reader, from, freeAddressFailures, forgetAfterSeconds, clock());
        },
      };
    },
  };
}
