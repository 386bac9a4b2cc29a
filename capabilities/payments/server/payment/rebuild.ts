import type { Database } from '#platform/server/database';
import { eventsOf, paymentsWithHistory } from './event.store.ts';
import { replay } from './history.rules.ts';
import type { PaymentState, StoredFact } from './payment-types.ts';
import { clearProjections, insertPayment, savePayment } from './projection.store.ts';

const batch = 500;

/**
 * Replays every history into fresh projections, in one transaction that writers wait for. Answers how many
 * payments there are.
 */
export async function rebuildProjections(database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    // Locked before it is read: what is not committed now waits, and what was is replayed.
    await clearProjections(tx);
    let count = 0;
    let after: string | null = null;
    for (;;) {
      const ids: readonly string[] = await paymentsWithHistory(tx, after, batch);
      for (const id of ids) {
        const facts: readonly StoredFact[] = await eventsOf(tx, id);
        const end: PaymentState = replay(id, facts);
        // Saved once as it ended, never as it began: two that were live one after the other would collide.
        await insertPayment(tx, end);
        await savePayment(tx, end);
        count += 1;
      }
      after = ids.at(-1) ?? null;
      if (ids.length < batch) return count;
    }
  });
}
