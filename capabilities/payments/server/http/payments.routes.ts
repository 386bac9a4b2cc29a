import { pageOf } from '#base/page';
import type { ServeDoor } from '#platform/server/modules';
import { createPayment, getPayment, getWallet, listPayments } from '../../contract/index.ts';
import { readIdCursor, readTimeCursor, writeTimeCursor } from '../cursor.rules.ts';
import { paymentNotFound } from '../payment/aggregate.ts';
import type { PaymentsService } from '../service.ts';
import { presentPayment } from './present.ts';

const defaultLimit = 20;

export function servePayments({ mount, service }: ServeDoor<PaymentsService>): void {
  mount(createPayment, async ({ body, caller }) => {
    const request = {
      purpose: body.purpose,
      subjectId: body.subject_id,
      method: body.method,
      receiptEmail: body.receipt_email,
    };
    return presentPayment(await service.pay(request, caller));
  });

  mount(getPayment, async ({ params, caller }) => {
    const payment = await service.payment(params.id);
    const mayRead =
      payment !== undefined &&
      (payment.payerId === caller.userId || caller.permissions.has('manage_payments'));
    if (!mayRead) throw paymentNotFound();
    return presentPayment(payment);
  });

  mount(listPayments, async ({ query, caller }) => {
    const { limit = defaultLimit, cursor } = query;
    const filter = { payerId: caller.userId, after: readTimeCursor(cursor) };
    const page = pageOf(await service.lists.payments(filter, limit + 1), limit, writeTimeCursor);
    return { items: page.items.map(presentPayment), next_cursor: page.nextCursor };
  });

  mount(getWallet, async ({ query, caller }) => {
    const { limit = defaultLimit, cursor } = query;
    const { balances, entries } = await service.lists.wallet(caller.userId, limit + 1, readIdCursor(cursor));
    const page = pageOf(entries, limit, (last) => last.id);
    return {
      balances: balances.map(({ amount, currency }) => ({ amount, currency })),
      items: page.items.map(({ id, kind, amount, currency, subject_id, posted_at }) => ({
        ...{ id, kind, amount, currency, subject_id },
        at: posted_at.toISOString(),
      })),
      next_cursor: page.nextCursor,
    };
  });
}
