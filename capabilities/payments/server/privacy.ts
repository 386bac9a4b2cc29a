import type { Database } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import { balancesOf } from './ledger/ledger.read.ts';
import { creditsOf } from './ledger/ledger.ts';
import { receiptEmailOf, unlinkPayer } from './payment/party.store.ts';
import { findPayments } from './payment/payment.read.ts';

const most = 10_000;

/** Payments and the ledger are kept by law, but nothing tells any more whose they were. */
export function createPersonalData(database: Database): PersonalData {
  return {
    async export(userId) {
      const [payments, email, balances] = await Promise.all([
        findPayments(database, { payerId: userId }, most),
        receiptEmailOf(database, userId),
        balancesOf(database, creditsOf(userId)),
      ]);
      return {
        receipt_email: email,
        credits: balances.map(({ amount, currency }) => ({ amount, currency })),
        payments: payments.map((payment) => ({
          id: payment.id,
          purpose: payment.purpose,
          subject_id: payment.subjectId,
          status: payment.status,
          amount: payment.amount.amount,
          currency: payment.amount.currency,
          captured: payment.captured,
          refunded: payment.refunded,
          created_at: payment.createdAt,
        })),
      };
    },
    erase: (tx, userId) => unlinkPayer(tx, userId),
  };
}
