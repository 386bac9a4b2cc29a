import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';

const waits = [100, 300, 1_000, 3_000, 10_000];

/** Tries through a short outage of the database. After that the heartbeat's expiry brings the job back. */
async function insist(work: () => Promise<unknown>, onGiveUp: (error: unknown) => void): Promise<void> {
  for (let index = 0; ; index += 1) {
    try {
      await work();
      return;
    } catch (error) {
      const wait = waits[index];
      if (wait === undefined) return onGiveUp(error);
      await sleep(wait);
    }
  }
}

export interface Settlement {
  /** Resolves when the database knows. */
  complete(id: string): Promise<void>;
  fail(id: string, reason: { readonly name: string; readonly message: string }): Promise<void>;
}

/** Writes down how jobs of one queue ended; successes of the same moment share a statement. */
export function createSettlement(
  boss: Pick<PgBoss, 'complete' | 'fail'>,
  queue: string,
  onGiveUp: (error: unknown) => void,
): Settlement {
  let batch: { readonly ids: string[]; readonly written: Promise<void> } | undefined;

  async function write(ids: readonly string[]): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    batch = undefined;
    await insist(() => boss.complete(queue, [...ids]), onGiveUp);
  }

  return {
    complete(id) {
      if (batch === undefined) {
        const ids = [id];
        batch = { ids, written: write(ids) };
      } else batch.ids.push(id);
      return batch.written;
    },
    fail: (id, reason) => insist(() => boss.fail(queue, id, reason), onGiveUp),
  };
}
