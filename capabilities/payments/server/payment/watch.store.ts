import { type Reader, sql, type Tx } from '#platform/server/database';

export async function looksOf(reader: Reader, paymentId: string): Promise<number> {
  const row = await reader.row<{ looks: number }>(
    sql`SELECT looks FROM payments.watch WHERE payment_id = ${paymentId}::uuid`,
  );
  return row?.looks ?? 0;
}

export async function watch(tx: Tx, paymentId: string, next: Date, looks: number): Promise<void> {
  await tx.run(sql`
    INSERT INTO payments.watch (payment_id, next_look_at, looks)
    VALUES (${paymentId}::uuid, ${next}::timestamptz, ${looks})
    ON CONFLICT (payment_id) DO UPDATE SET next_look_at = excluded.next_look_at, looks = excluded.looks`);
}

export async function unwatch(tx: Tx, paymentId: string): Promise<void> {
  await tx.run(sql`DELETE FROM payments.watch WHERE payment_id = ${paymentId}::uuid`);
}

export async function dueForLook(reader: Reader, now: Date, limit: number): Promise<readonly string[]> {
  const rows = await reader.rows<{ payment_id: string }>(sql`
    SELECT payment_id FROM payments.watch WHERE next_look_at <= ${now}::timestamptz
    ORDER BY next_look_at LIMIT ${limit}`);
  return rows.map(({ payment_id }) => payment_id);
}
