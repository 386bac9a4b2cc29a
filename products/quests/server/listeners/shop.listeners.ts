import { PaymentChanged, RefundSettled } from '#capabilities/payments/contract';
import type { ListenDoor } from '#platform/server/modules';
import type { QuestsService } from '../quests.ts';
import { orderPurpose } from '../shop/orders.ts';

/** Orders follow their payments. */
export function listenToPayments({ on, service: { shop } }: ListenDoor<QuestsService>): void {
  on(PaymentChanged, 'quests.order_paid', async ({ payload }) => {
    if (payload.purpose !== orderPurpose || payload.status !== 'succeeded') return;
    await shop.orders.paid(payload.subject_id, payload.payment_id);
  });
  on(RefundSettled, 'quests.order_returned', async ({ payload }) => {
    if (payload.purpose === orderPurpose && payload.full) await shop.orders.returned(payload.subject_id);
  });
}
