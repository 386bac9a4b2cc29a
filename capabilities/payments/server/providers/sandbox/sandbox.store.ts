import type { Currency } from '#base/money';
import { type Reader, sql, type Tx } from '#platform/server/database';

export interface SandboxRow {
  readonly id: string;
  readonly reference: string;
  readonly status: 'pending' | 'held' | 'succeeded' | 'canceled';
  readonly amount: number;
  readonly currency: Currency;
  readonly captured: number;
  readonly two_stage: boolean;
  readonly method: 'bank_card' | 'sbp' | null;
  readonly description: string;
  readonly return_path: string;
  readonly reason: string | null;
  readonly expires_at: Date | null;
  readonly created_at: Date;
}

export interface SandboxRefundRow {
  readonly id: string;
  readonly payment_id: string;
  readonly reference: string;
  readonly amount: number;
  readonly currency: Currency;
  readonly created_at: Date;
}

const columns = sql`id, reference, status, amount, currency, captured, two_stage, method, description,
  return_path, reason, expires_at, created_at`;

const refundColumns = sql`r.id, r.payment_id, r.reference, r.amount, p.currency, r.created_at`;

export async function insertSandboxPayment(
  tx: Tx,
  key: string,
  row: Omit<SandboxRow, 'status' | 'captured' | 'reason'>,
): Promise<SandboxRow | undefined> {
  await tx.run(sql`
    INSERT INTO payments.sandbox_payment (id, idempotence_key, reference, status, amount, currency, two_stage, method,
      description, return_path, expires_at, created_at)
    VALUES (${row.id}::uuid, ${key}, ${row.reference}::uuid, 'pending', ${row.amount}, ${row.currency},
      ${row.two_stage}, ${row.method}, ${row.description}, ${row.return_path}, ${row.expires_at}::timestamptz,
      ${row.created_at}::timestamptz)
    ON CONFLICT (idempotence_key) DO NOTHING`);
  return tx.row<SandboxRow>(
    sql`SELECT ${columns} FROM payments.sandbox_payment WHERE idempotence_key = ${key}`,
  );
}

/** Lapses what time ended, then answers the row. */
export async function readSandboxPayment(tx: Reader, id: string, now: Date): Promise<SandboxRow | undefined> {
  await tx.run(sql`
    UPDATE payments.sandbox_payment SET status = 'canceled', expires_at = NULL,
      reason = CASE status WHEN 'held' THEN 'expired_on_capture' ELSE 'expired_on_confirmation' END
    WHERE id = ${id}::uuid AND status IN ('pending', 'held') AND expires_at <= ${now}::timestamptz`);
  return tx.row<SandboxRow>(sql`SELECT ${columns} FROM payments.sandbox_payment WHERE id = ${id}::uuid`);
}

/** Moves a payment on from the status it must have; undefined when it has another one. */
export async function moveSandboxPayment(
  tx: Tx,
  id: string,
  from: SandboxRow['status'],
  to: Pick<SandboxRow, 'status' | 'captured' | 'reason' | 'expires_at'> & {
    readonly method: SandboxRow['method'];
  },
): Promise<SandboxRow | undefined> {
  return tx.row<SandboxRow>(sql`
    UPDATE payments.sandbox_payment SET status = ${to.status}, captured = ${to.captured}, reason = ${to.reason},
      expires_at = ${to.expires_at}::timestamptz, method = coalesce(${to.method}, method)
    WHERE id = ${id}::uuid AND status = ${from} RETURNING ${columns}`);
}

export async function insertSandboxRefund(
  tx: Tx,
  key: string,
  row: Omit<SandboxRefundRow, 'currency'>,
): Promise<SandboxRefundRow | undefined> {
  await tx.run(sql`SELECT 1 FROM payments.sandbox_payment WHERE id = ${row.payment_id}::uuid FOR UPDATE`);
  await tx.run(sql`
    INSERT INTO payments.sandbox_refund (id, idempotence_key, payment_id, reference, amount, created_at)
    SELECT ${row.id}::uuid, ${key}, p.id, ${row.reference}::uuid, ${row.amount}, ${row.created_at}::timestamptz
    FROM payments.sandbox_payment p
    WHERE p.id = ${row.payment_id}::uuid AND p.status = 'succeeded' AND p.captured >= ${row.amount} + (
      SELECT coalesce(sum(r.amount), 0) FROM payments.sandbox_refund r WHERE r.payment_id = p.id)
    ON CONFLICT (idempotence_key) DO NOTHING`);
  return tx.row<SandboxRefundRow>(sql`
    SELECT ${refundColumns} FROM payments.sandbox_refund r JOIN payments.sandbox_payment p ON p.id = r.payment_id
    WHERE r.idempotence_key = ${key}`);
}

export async function readSandboxRefund(reader: Reader, id: string): Promise<SandboxRefundRow | undefined> {
  return reader.row<SandboxRefundRow>(sql`
    SELECT ${refundColumns} FROM payments.sandbox_refund r JOIN payments.sandbox_payment p ON p.id = r.payment_id
    WHERE r.id = ${id}::uuid`);
}

export async function sandboxPaymentsBetween(
  reader: Reader,
  from: Date,
  until: Date,
): Promise<readonly SandboxRow[]> {
  return reader.rows<SandboxRow>(sql`
    SELECT ${columns} FROM payments.sandbox_payment
    WHERE created_at >= ${from}::timestamptz AND created_at < ${until}::timestamptz ORDER BY created_at`);
}

export async function sandboxRefundsBetween(
  reader: Reader,
  from: Date,
  until: Date,
): Promise<readonly SandboxRefundRow[]> {
  return reader.rows<SandboxRefundRow>(sql`
    SELECT ${refundColumns} FROM payments.sandbox_refund r JOIN payments.sandbox_payment p ON p.id = r.payment_id
    WHERE r.created_at >= ${from}::timestamptz AND r.created_at < ${until}::timestamptz ORDER BY r.created_at`);
}
