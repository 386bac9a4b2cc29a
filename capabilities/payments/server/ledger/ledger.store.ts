import type { Currency } from '#base/money';
import { type Reader, sql, type Tx } from '#platform/server/database';
import type { LedgerLeg } from '../index.ts';

export async function openAccounts(
  tx: Tx,
  accounts: readonly string[],
  currency: Currency,
  at: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO payments.ledger_account (name, currency, opened_at)
    SELECT name, ${currency}, ${at}::timestamptz FROM unnest(${accounts}::text[]) AS t(name) ORDER BY name
    ON CONFLICT DO NOTHING`);
  await tx.run(sql`
    INSERT INTO payments.ledger_balance (account, currency, amount)
    SELECT name, ${currency}, 0 FROM unnest(${accounts}::text[]) AS t(name) ORDER BY name
    ON CONFLICT DO NOTHING`);
}

/** The balances, locked until the end of the transaction, in the order of their names. */
export async function lockBalances(
  tx: Tx,
  accounts: readonly string[],
  currency: Currency,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows<{ account: string; amount: number }>(sql`
    SELECT account, amount FROM payments.ledger_balance
    WHERE account = ANY(${accounts}::text[]) AND currency = ${currency} ORDER BY account FOR UPDATE`);
  return new Map(rows.map(({ account, amount }) => [account, amount]));
}

export async function isPosted(reader: Reader, key: string): Promise<boolean> {
  const row = await reader.row(sql`SELECT 1 FROM payments.ledger_transaction WHERE posting_key = ${key}`);
  return row !== undefined;
}

export interface TransactionRow {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly currency: Currency;
  readonly subjectId: string | null;
  readonly reason: string | null;
  readonly at: Date;
}

/** Answers false when the key was posted by somebody else meanwhile. */
export async function insertTransaction(tx: Tx, row: TransactionRow): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO payments.ledger_transaction (id, posting_key, kind, currency, subject_id, reason, posted_at)
    VALUES (${row.id}::uuid, ${row.key}, ${row.kind}, ${row.currency}, ${row.subjectId}, ${row.reason},
      ${row.at}::timestamptz)
    ON CONFLICT (posting_key) DO NOTHING`);
  return inserted === 1;
}

export async function insertEntries(
  tx: Tx,
  transaction: TransactionRow,
  ids: readonly string[],
  legs: readonly LedgerLeg[],
): Promise<void> {
  await tx.run(sql`
    INSERT INTO payments.ledger_entry (id, transaction_id, account, currency, amount)
    SELECT id, ${transaction.id}::uuid, account, ${transaction.currency}, amount
    FROM unnest(${ids}::uuid[], ${legs.map(({ account }) => account)}::text[],
      ${legs.map(({ amount }) => amount)}::bigint[]) AS t(id, account, amount)`);
}

export async function addToBalances(
  tx: Tx,
  changes: readonly LedgerLeg[],
  currency: Currency,
): Promise<void> {
  await tx.run(sql`
    UPDATE payments.ledger_balance b SET amount = b.amount + t.amount
    FROM unnest(${changes.map(({ account }) => account)}::text[],
      ${changes.map(({ amount }) => amount)}::bigint[]) AS t(account, amount)
    WHERE b.account = t.account AND b.currency = ${currency}`);
}

/** Every balance anew from its entries; writers wait. Answers how many differed. */
export async function recomputeBalances(tx: Tx): Promise<number> {
  await tx.run(sql`LOCK TABLE payments.ledger_balance IN EXCLUSIVE MODE`);
  return tx.run(sql`
    UPDATE payments.ledger_balance b SET amount = s.amount
    FROM (
      SELECT a.name, a.currency, coalesce(sum(e.amount), 0) AS amount
      FROM payments.ledger_account a
      LEFT JOIN payments.ledger_entry e ON e.account = a.name AND e.currency = a.currency
      GROUP BY a.name, a.currency
    ) s
    WHERE b.account = s.name AND b.currency = s.currency AND b.amount <> s.amount`);
}
