import type { Currency } from '#base/money';
import { type Reader, sql } from '#platform/server/database';

export interface AccountRow {
  readonly account: string;
  readonly currency: Currency;
  readonly amount: number;
}

export interface EntryRow {
  readonly id: string;
  readonly transaction_id: string;
  readonly kind: string;
  readonly amount: number;
  readonly currency: Currency;
  readonly subject_id: string | null;
  readonly reason: string | null;
  readonly posted_at: Date;
}

export async function balanceOf(reader: Reader, account: string, currency: Currency): Promise<number> {
  const row = await reader.row<{ amount: number }>(sql`
    SELECT amount FROM payments.ledger_balance WHERE account = ${account} AND currency = ${currency}`);
  return row?.amount ?? 0;
}

/** The account in every currency it was used in. */
export async function balancesOf(reader: Reader, account: string): Promise<readonly AccountRow[]> {
  return reader.rows<AccountRow>(sql`
    SELECT account, currency, amount FROM payments.ledger_balance WHERE account = ${account}
    ORDER BY currency`);
}

/** Newest first. */
export async function entriesOf(
  reader: Reader,
  account: string,
  limit: number,
  before: string | undefined,
): Promise<readonly EntryRow[]> {
  return reader.rows<EntryRow>(sql`
    SELECT e.id, e.transaction_id, t.kind, e.amount, e.currency, t.subject_id, t.reason, t.posted_at
    FROM payments.ledger_entry e JOIN payments.ledger_transaction t ON t.id = e.transaction_id
    WHERE e.account = ${account} AND (${before ?? null}::uuid IS NULL OR e.id < ${before ?? null}::uuid)
    ORDER BY e.id DESC LIMIT ${limit}`);
}

/** By name and currency; `after` is the last of the page before. */
export async function findAccounts(
  reader: Reader,
  prefix: string,
  after: { readonly account: string; readonly currency: string } | undefined,
  limit: number,
): Promise<readonly AccountRow[]> {
  return reader.rows<AccountRow>(sql`
    SELECT account, currency, amount FROM payments.ledger_balance
    WHERE starts_with(account, ${prefix})
      AND (${after?.account ?? null}::text IS NULL OR (account, currency) > (${after?.account ?? ''}, ${after?.currency ?? ''}))
    ORDER BY account, currency LIMIT ${limit}`);
}
