import { type Reader, sql, type Tx } from '#platform/server/database';

export async function exportShop(reader: Reader, userId: string): Promise<unknown> {
  const [orders, payouts] = await Promise.all([
    reader.rows(sql`
      SELECT o.number::float8 AS number, o.kind, o.state, o.delivery_state, o.delivery, o.total, o.discount, o.credits,
        o.currency, o.created_at, o.paid_at
      FROM quests.purchase o WHERE o.buyer_id = ${userId}::uuid ORDER BY o.id`),
    reader.rows(sql`
      SELECT amount, currency, state, created_at, decided_at FROM quests.payout
      WHERE author_id = ${userId}::uuid ORDER BY id`),
  ]);
  return { orders, payouts };
}

/** Orders are kept by law, without the person: no buyer, no address. Unpaid ones are swept by the job. */
export async function eraseShop(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`
    UPDATE quests.purchase SET buyer_id = NULL, delivery = NULL, tracking_number = NULL
    WHERE buyer_id = ${userId}::uuid`);
}
