import { type Reader, sql, type Tx } from '#platform/server/database';

export async function insertParty(tx: Tx, paymentId: string, payerId: string): Promise<void> {
  await tx.run(sql`
    INSERT INTO payments.payment_party (payment_id, payer_id) VALUES (${paymentId}::uuid, ${payerId}::uuid)
    ON CONFLICT DO NOTHING`);
}

/** Null once the account was erased. */
export async function payerOf(reader: Reader, paymentId: string): Promise<string | null> {
  const row = await reader.row<{ payer_id: string | null }>(
    sql`SELECT payer_id FROM payments.payment_party WHERE payment_id = ${paymentId}::uuid`,
  );
  return row?.payer_id ?? null;
}

export async function saveReceiptEmail(tx: Tx, payerId: string, email: string): Promise<void> {
  await tx.run(sql`
    INSERT INTO payments.payer_contact (payer_id, receipt_email) VALUES (${payerId}::uuid, ${email})
    ON CONFLICT (payer_id) DO UPDATE SET receipt_email = excluded.receipt_email`);
}

export async function receiptEmailOf(reader: Reader, payerId: string | null): Promise<string | null> {
  const row = await reader.row<{ receipt_email: string }>(
    sql`SELECT receipt_email FROM payments.payer_contact WHERE payer_id = ${payerId}::uuid`,
  );
  return row?.receipt_email ?? null;
}

/** Payments stay, by law; nothing tells any more whose they were. */
export async function unlinkPayer(tx: Tx, payerId: string): Promise<void> {
  await tx.run(sql`UPDATE payments.payment_party SET payer_id = NULL WHERE payer_id = ${payerId}::uuid`);
  await tx.run(sql`DELETE FROM payments.payer_contact WHERE payer_id = ${payerId}::uuid`);
}
