import { sql, type Tx } from '#platform/server/database';
import { questNotFound } from './refusals.ts';

/** Changes the counters of a published quest; its row stays locked until the end of the transaction. */
export async function countOn(
  tx: Tx,
  questId: string,
  change: { readonly stars?: number; readonly ratings?: number; readonly finished?: number },
): Promise<void> {
  const { stars = 0, ratings = 0, finished = 0 } = change;
  const counted = await tx.run(sql`
    UPDATE quests.listing
    SET stars = stars + ${stars}, ratings = ratings + ${ratings}, finished = finished + ${finished}
    WHERE quest_id = ${questId}`);
  if (counted === 0) throw questNotFound();
}
