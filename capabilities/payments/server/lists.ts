import type { Database } from '#platform/server/database';
import { type AccountRow, balancesOf, type EntryRow, entriesOf, findAccounts } from './ledger/ledger.read.ts';
import { creditsOf } from './ledger/ledger.ts';
import { eventsOf } from './payment/event.store.ts';
import { findPayment, findPayments, refundsOf } from './payment/payment.read.ts';
import type { StoredFact } from './payment/payment-types.ts';
import type { OperatorView, PaymentFilter, RefundRow } from './payment/payment-views.ts';
import {
  type DifferenceRow,
  differencesOf,
  findReport,
  findReports,
  type ReportRow,
} from './reconciliation/reconciliation.store.ts';

/** What the doors show. */
export interface Lists {
  payments(filter: PaymentFilter, limit: number): Promise<readonly OperatorView[]>;
  history(paymentId: string): Promise<
    | {
        readonly payment: OperatorView;
        readonly refunds: readonly RefundRow[];
        readonly events: readonly StoredFact[];
      }
    | undefined
  >;
  wallet(
    userId: string,
    limit: number,
    before: string | undefined,
  ): Promise<{ readonly balances: readonly AccountRow[]; readonly entries: readonly EntryRow[] }>;
  accounts(
    prefix: string,
    after: { readonly account: string; readonly currency: string } | undefined,
    limit: number,
  ): Promise<readonly AccountRow[]>;
  entries(account: string, limit: number, before: string | undefined): Promise<readonly EntryRow[]>;
  reports(
    after: { readonly createdAt: Date; readonly id: string } | undefined,
    limit: number,
  ): Promise<readonly ReportRow[]>;
  report(
    id: string,
    after: string | undefined,
    limit: number,
  ): Promise<{ readonly report: ReportRow; readonly differences: readonly DifferenceRow[] } | undefined>;
}

export function createLists(database: Database): Lists {
  return {
    payments: (filter, limit) => findPayments(database, filter, limit),
    async history(paymentId) {
      const payment = await findPayment(database, paymentId);
      if (payment === undefined) return undefined;
      const [refunds, events] = await Promise.all([
        refundsOf(database, paymentId),
        eventsOf(database, paymentId),
      ]);
      return { payment, refunds, events };
    },
    async wallet(userId, limit, before) {
      const account = creditsOf(userId);
      const [balances, entries] = await Promise.all([
        balancesOf(database, account),
        entriesOf(database, account, limit, before),
      ]);
      return { balances, entries };
    },
    accounts: (prefix, after, limit) => findAccounts(database, prefix, after, limit),
    entries: (account, limit, before) => entriesOf(database, account, limit, before),
    reports: (after, limit) => findReports(database, after, limit),
    async report(id, after, limit) {
      const report = await findReport(database, id);
      if (report === undefined) return undefined;
      return { report, differences: await differencesOf(database, id, after, limit) };
    },
  };
}
