import type { Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import type { Log } from '#platform/server/telemetry';
import { PaymentChanged, RefundSettled } from '../../contract/index.ts';
import type { PaymentsMetrics } from '../metrics.ts';
import { payerOf } from './party.store.ts';
import type { PaymentState } from './payment-types.ts';
import { erasedPayer } from './payment-views.ts';

/** Tells products, operators' figures and the log what became of a payment. */
export function createAnnounce(events: Events, metrics: PaymentsMetrics, log: Log) {
  async function changed(tx: Tx, state: PaymentState): Promise<void> {
    const { id, purpose, subjectId, status, amount, captured, provider } = state;
    tx.afterCommit(() => metrics.moved(provider, status));
    if (status === 'created') return;
    await events.emit(tx, PaymentChanged, {
      payment_id: id,
      purpose,
      subject_id: subjectId,
      payer_id: (await payerOf(tx, id)) ?? erasedPayer,
      status,
      amount: amount.amount,
      captured,
      currency: amount.currency,
    });
  }

  async function refunded(tx: Tx, state: PaymentState, refundId: string, sum: number): Promise<void> {
    const { id, purpose, subjectId, amount, captured, refunded: total } = state;
    await events.emit(tx, RefundSettled, {
      payment_id: id,
      refund_id: refundId,
      purpose,
      subject_id: subjectId,
      payer_id: (await payerOf(tx, id)) ?? erasedPayer,
      amount: sum,
      currency: amount.currency,
      full: total === captured,
    });
  }

  return async (tx: Tx, before: PaymentState | undefined, after: PaymentState): Promise<void> => {
    if (before?.status !== after.status) await changed(tx, after);
    for (const { id, amount, status } of after.refunds) {
      const old = before?.refunds.find((refund) => refund.id === id)?.status;
      if (status === 'succeeded' && old !== 'succeeded') await refunded(tx, after, id, amount);
      if (status === 'canceled' && old !== 'canceled') {
        log.error({ payment_id: after.id, refund_id: id }, 'a refund failed: an operator must look');
      }
    }
    if (after.mismatched && before?.mismatched !== true) {
      log.error({ payment_id: after.id }, 'the provider speaks of another sum: an operator must look');
    }
    if (after.refusal !== null && after.refusal !== before?.refusal) {
      log.error(
        { payment_id: after.id, refusal: after.refusal },
        'the provider refused a step: an operator must look',
      );
    }
  };
}
