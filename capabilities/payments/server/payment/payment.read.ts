import type { Currency } from '#base/money';
import { joinSql, type Reader, type Sql, sql } from '#platform/server/database';
import type { PaymentFlow, PaymentMethod, PaymentStatus, PaymentView } from '../index.ts';
import { erasedPayer, type OperatorView, type PaymentFilter, type RefundRow } from './payment-views.ts';

interface PaymentRow {
  readonly id: string;
  readonly purpose: string;
  readonly subject_id: string;
  readonly payer_id: string | null;
  readonly provider: string;
  readonly method: PaymentMethod | null;
  readonly flow: PaymentFlow;
  readonly status: PaymentStatus;
  readonly amount: number;
  readonly currency: Currency;
  readonly captured: number;
  readonly refunded: number;
  readonly confirmation_url: string | null;
  readonly cancellation_reason: string | null;
  readonly mismatched: boolean;
  readonly expires_at: Date | null;
  readonly created_at: Date;
}

const columns = sql`p.id, p.purpose, p.subject_id, y.payer_id, p.provider, p.method, p.flow, p.status, p.amount,
  p.currency, p.captured, p.refunded, p.confirmation_url, p.cancellation_reason, p.mismatched, p.expires_at,
  p.created_at`;
const source = sql`payments.payment p LEFT JOIN payments.payment_party y ON y.payment_id = p.id`;

function viewOf(row: PaymentRow): OperatorView {
  return {
    id: row.id,
    purpose: row.purpose,
    subjectId: row.subject_id,
    payerId: row.payer_id ?? erasedPayer,
    provider: row.provider,
    method: row.method,
    flow: row.flow,
    status: row.status,
    amount: { amount: row.amount, currency: row.currency },
    captured: row.captured,
    refunded: row.refunded,
    confirmationUrl: row.confirmation_url,
    cancellationReason: row.cancellation_reason,
    mismatched: row.mismatched,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
  };
}

export async function findPayment(reader: Reader, id: string): Promise<OperatorView | undefined> {
  const row = await reader.row<PaymentRow>(sql`SELECT ${columns} FROM ${source} WHERE p.id = ${id}::uuid`);
  return row === undefined ? undefined : viewOf(row);
}

export async function findPaymentsOf(
  reader: Reader,
  purpose: string,
  subjectId: string,
): Promise<readonly PaymentView[]> {
  const rows = await reader.rows<PaymentRow>(sql`
    SELECT ${columns} FROM ${source} WHERE p.purpose = ${purpose} AND p.subject_id = ${subjectId}::uuid
    ORDER BY p.created_at DESC, p.id DESC`);
  return rows.map(viewOf);
}

/** The one live payment of a thing. */
export async function findLive(
  reader: Reader,
  purpose: string,
  subjectId: string,
): Promise<PaymentView | undefined> {
  const row = await reader.row<PaymentRow>(sql`
    SELECT ${columns} FROM ${source} WHERE p.purpose = ${purpose} AND p.subject_id = ${subjectId}::uuid
      AND NOT p.canceling
      AND (p.status IN ('created', 'pending', 'held') OR (p.status = 'succeeded' AND p.refunded < p.captured))`);
  return row === undefined ? undefined : viewOf(row);
}

export async function findByProviderId(
  reader: Reader,
  provider: string,
  providerId: string,
): Promise<string | undefined> {
  const row = await reader.row<{ id: string }>(sql`
    SELECT id FROM payments.payment WHERE provider = ${provider} AND provider_id = ${providerId}`);
  return row?.id;
}

/** Newest first. */
export async function findPayments(
  reader: Reader,
  filter: PaymentFilter,
  limit: number,
): Promise<readonly OperatorView[]> {
  const conditions: Sql[] = [sql`true`];
  if (filter.status !== undefined) conditions.push(sql`p.status = ${filter.status}`);
  if (filter.provider !== undefined) conditions.push(sql`p.provider = ${filter.provider}`);
  if (filter.purpose !== undefined) conditions.push(sql`p.purpose = ${filter.purpose}`);
  if (filter.payerId !== undefined) conditions.push(sql`y.payer_id = ${filter.payerId}::uuid`);
  if (filter.from !== undefined) conditions.push(sql`p.created_at >= ${filter.from}::timestamptz`);
  if (filter.until !== undefined) conditions.push(sql`p.created_at < ${filter.until}::timestamptz`);
  if (filter.after !== undefined) {
    const { createdAt, id } = filter.after;
    conditions.push(sql`(p.created_at, p.id) < (${createdAt}::timestamptz, ${id}::uuid)`);
  }
  const rows = await reader.rows<PaymentRow>(sql`
    SELECT ${columns} FROM ${source} WHERE ${joinSql(conditions, sql` AND `)}
    ORDER BY p.created_at DESC, p.id DESC LIMIT ${limit}`);
  return rows.map(viewOf);
}

export async function refundsOf(reader: Reader, paymentId: string): Promise<readonly RefundRow[]> {
  return reader.rows<RefundRow>(sql`
    SELECT id, amount, status, reason, created_at FROM payments.refund
    WHERE payment_id = ${paymentId}::uuid ORDER BY created_at, id`);
}
