import { sql, type Tx } from '#platform/server/database';
import type { PaymentState, RefundState } from './payment-types.ts';

/**
 * The first row of a payment; answers false when a live one of the same purpose and subject exists, possibly of
 * a transaction that was waited for.
 */
export async function insertPayment(tx: Tx, state: PaymentState): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO payments.payment (id, version, purpose, subject_id, provider, method, flow, status, amount, currency,
      captured, refunded, canceling, mismatched, created_at, updated_at)
    VALUES (${state.id}::uuid, ${state.version}, ${state.purpose}, ${state.subjectId}::uuid, ${state.provider},
      ${state.method}, ${state.flow}, ${state.status}, ${state.amount.amount}, ${state.amount.currency},
      ${state.captured}, ${state.refunded}, ${state.cancel !== null}, ${state.mismatched}, ${state.createdAt}::timestamptz, ${state.updatedAt}::timestamptz)
    ON CONFLICT (purpose, subject_id)
      WHERE NOT canceling AND (status IN ('created', 'pending', 'held') OR (status = 'succeeded' AND refunded < captured))
      DO NOTHING`);
  return inserted === 1;
}

/** Makes changes of one payment follow each other; answers whether there is one. */
export async function lockPayment(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.row(sql`SELECT 1 FROM payments.payment WHERE id = ${id}::uuid FOR UPDATE`);
  return row !== undefined;
}

async function saveRefund(tx: Tx, payment: PaymentState, refund: RefundState): Promise<void> {
  await tx.run(sql`
    INSERT INTO payments.refund (id, payment_id, refund_key, provider, provider_id, provider_created_at, amount,
      status, reason, cancellation_reason, created_at)
    VALUES (${refund.id}::uuid, ${payment.id}::uuid, ${refund.key}, ${payment.provider}, ${refund.providerId},
      ${refund.providerCreatedAt}::timestamptz, ${refund.amount}, ${refund.status}, ${refund.reason},
      ${refund.cancellationReason}, ${refund.requestedAt}::timestamptz)
    ON CONFLICT (id) DO UPDATE SET provider_id = excluded.provider_id, status = excluded.status,
      provider_created_at = excluded.provider_created_at, cancellation_reason = excluded.cancellation_reason`);
}

/** Writes the present state of a payment and its refunds. */
export async function savePayment(tx: Tx, state: PaymentState): Promise<void> {
  await tx.run(sql`
    UPDATE payments.payment SET version = ${state.version}, status = ${state.status},
      provider_id = ${state.providerId}, provider_created_at = ${state.providerCreatedAt}::timestamptz,
      captured = ${state.captured}, refunded = ${state.refunded}, confirmation_url = ${state.confirmationUrl},
      cancellation_reason = ${state.cancellationReason}, canceling = ${state.cancel !== null},
      mismatched = ${state.mismatched}, expires_at = ${state.expiresAt}::timestamptz,
      updated_at = ${state.updatedAt}::timestamptz
    WHERE id = ${state.id}::uuid`);
  for (const refund of state.refunds) await saveRefund(tx, state, refund);
}

/** Empties the projections, for a replay in the same transaction. */
export async function clearProjections(tx: Tx): Promise<void> {
  await tx.run(sql`LOCK TABLE payments.payment IN EXCLUSIVE MODE`);
  await tx.run(sql`DELETE FROM payments.refund`);
  await tx.run(sql`DELETE FROM payments.payment`);
}
