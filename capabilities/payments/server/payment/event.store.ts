import { type Reader, sql, type Tx } from '#platform/server/database';
import type { PaymentFact, StoredFact } from './payment-types.ts';

interface EventRow {
  readonly id: string;
  readonly version: number;
  readonly kind: PaymentFact['kind'];
  readonly data: object;
  readonly recorded_at: Date;
}

function storedOf({ id, version, kind, data, recorded_at }: EventRow): StoredFact {
  // What is read here was written by `insertEvents` below: the kind carries the type.
  return { id, version, at: recorded_at, fact: { kind, ...data } as PaymentFact };
}

export async function eventsOf(reader: Reader, paymentId: string): Promise<readonly StoredFact[]> {
  const rows = await reader.rows<EventRow>(sql`
    SELECT id, version, kind, data, recorded_at FROM payments.payment_event
    WHERE payment_id = ${paymentId}::uuid ORDER BY version`);
  return rows.map(storedOf);
}

/** Fails with a unique violation when another transaction wrote one of these versions. */
export async function insertEvents(tx: Tx, paymentId: string, facts: readonly StoredFact[]): Promise<void> {
  for (const { id, version, at, fact } of facts) {
    const { kind, ...data } = fact;
    await tx.run(sql`
      INSERT INTO payments.payment_event (id, payment_id, version, kind, data, recorded_at)
      VALUES (${id}::uuid, ${paymentId}::uuid, ${version}, ${kind}, ${JSON.stringify(data)}::jsonb, ${at}::timestamptz)`);
  }
}

/** Ids of all payments with a history, in order, after the given one. */
export async function paymentsWithHistory(
  reader: Reader,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const rows = await reader.rows<{ payment_id: string }>(sql`
    SELECT DISTINCT payment_id FROM payments.payment_event
    WHERE ${after}::uuid IS NULL OR payment_id > ${after}::uuid ORDER BY payment_id LIMIT ${limit}`);
  return rows.map(({ payment_id }) => payment_id);
}
