import { pageOf } from '#base/page';
import type { ServeDoor } from '#platform/server/modules';
import {
  adjustCredits,
  cancelPayment,
  capturePayment,
  getPaymentHistory,
  listAllPayments,
  listLedgerAccounts,
  listLedgerEntries,
  refundPayment,
} from '../../contract/index.ts';
import {
  readIdCursor,
  readTextCursor,
  readTimeCursor,
  writeTextCursor,
  writeTimeCursor,
} from '../cursor.rules.ts';
import { paymentNotFound } from '../payment/aggregate.ts';
import type { PaymentsService } from '../service.ts';
import { presentForOperator } from './present.ts';

const defaultLimit = 20;

function servePaymentOperations({ mount, service }: ServeDoor<PaymentsService>): void {
  const { operations, lists } = service;

  mount(listAllPayments, async ({ query }) => {
    const { limit = defaultLimit, cursor, status, provider, purpose, payer_id, from, until } = query;
    const filter = { status, provider, purpose, payerId: payer_id, from, until };
    const rows = await lists.payments({ ...filter, after: readTimeCursor(cursor) }, limit + 1);
    const page = pageOf(rows, limit, writeTimeCursor);
    return { items: page.items.map(presentForOperator), next_cursor: page.nextCursor };
  });

  mount(getPaymentHistory, async ({ params }) => {
    const found = await lists.history(params.id);
    if (found === undefined) throw paymentNotFound();
    return {
      payment: presentForOperator(found.payment),
      refunds: found.refunds.map(({ created_at, ...refund }) => ({
        ...refund,
        created_at: created_at.toISOString(),
      })),
      events: found.events.map(({ id, version, at, fact }) => {
        const { kind, ...data } = fact;
        return { id, version, kind, data, at: at.toISOString() };
      }),
    };
  });

  mount(refundPayment, async ({ params, body, caller }) =>
    presentForOperator(
      await operations.refund(caller.userId, params.id, {
        amount: body.amount,
        reason: body.reason,
        key: body.key,
      }),
    ),
  );

  mount(capturePayment, async ({ params, body, caller }) =>
    presentForOperator(await operations.capture(caller.userId, params.id, body.amount)),
  );

  mount(cancelPayment, async ({ params, caller }) =>
    presentForOperator(await operations.cancel(caller.userId, params.id)),
  );
}

function serveLedger({ mount, service }: ServeDoor<PaymentsService>): void {
  const { operations, lists } = service;

  mount(listLedgerAccounts, async ({ query }) => {
    const { limit = defaultLimit, cursor, prefix = '' } = query;
    const [account = '', currency = ''] = (readTextCursor(cursor) ?? '').split(' ');
    const after = account === '' ? undefined : { account, currency };
    const page = pageOf(await lists.accounts(prefix, after, limit + 1), limit, (last) =>
      writeTextCursor(`${last.account} ${last.currency}`),
    );
    const items = page.items.map((row) => ({
      account: row.account,
      currency: row.currency,
      balance: row.amount,
    }));
    return { items, next_cursor: page.nextCursor };
  });

  mount(listLedgerEntries, async ({ query }) => {
    const { limit = defaultLimit, cursor, account } = query;
    const rows = await lists.entries(account, limit + 1, readIdCursor(cursor));
    const page = pageOf(rows, limit, (last) => last.id);
    const items = page.items.map(({ posted_at, ...row }) => ({ ...row, at: posted_at.toISOString() }));
    return { items, next_cursor: page.nextCursor };
  });

  mount(adjustCredits, ({ body, caller }) =>
    operations.adjust(caller.userId, {
      userId: body.user_id,
      amount: body.amount,
      currency: body.currency,
      reason: body.reason,
    }),
  );
}

export function serveOperations(door: ServeDoor<PaymentsService>): void {
  servePaymentOperations(door);
  serveLedger(door);
}
