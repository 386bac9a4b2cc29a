import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Database, Tx } from '#platform/server/database';
import type { Ledger, LedgerTransaction } from '../index.ts';
import { balanceOf, entriesOf } from './ledger.read.ts';
import { changesOf, checkCovered, checkLegs } from './ledger.rules.ts';
import {
  addToBalances,
  insertEntries,
  insertTransaction,
  isPosted,
  lockBalances,
  openAccounts,
  recomputeBalances,
} from './ledger.store.ts';

export interface FullLedger extends Ledger {
  /** Like `post`, with the words of whoever decided it. */
  postWithReason(tx: Tx, transaction: LedgerTransaction, reason: string | null): Promise<boolean>;
  /** Computes every balance from its entries; answers how many were wrong. */
  rebuildBalances(database: Database): Promise<number>;
}

export function creditsOf(userId: string): string {
  return `user:${userId}:credits`;
}

export function createLedger(clock: Clock): FullLedger {
  async function postWithReason(
    tx: Tx,
    transaction: LedgerTransaction,
    reason: string | null,
  ): Promise<boolean> {
    const { key, kind, currency, legs, subjectId = null } = transaction;
    checkLegs(transaction);
    if (await isPosted(tx, key)) return false;
    const at = clock();
    const changes = changesOf(legs);
    const accounts = changes.map(({ account }) => account);
    await openAccounts(tx, accounts, currency, at);
    // From here on nobody else changes these accounts: a repeat that waited finds the key taken.
    const balances = await lockBalances(tx, accounts, currency);
    if (await isPosted(tx, key)) return false;
    checkCovered(changes, balances);
    const row = { id: newId(at.getTime()), key, kind, currency, subjectId, reason, at };
    if (!(await insertTransaction(tx, row))) return false;
    const ids = legs.map(() => newId(at.getTime()));
    await insertEntries(tx, row, ids, legs);
    await addToBalances(tx, changes, currency);
    return true;
  }

  return {
    postWithReason,
    post: (tx, transaction) => postWithReason(tx, transaction, null),
    balance: balanceOf,
    async entries(reader, account, { limit, before }) {
      const rows = await entriesOf(reader, account, limit, before);
      return rows.map(({ id, kind, amount, currency, subject_id, posted_at }) => ({
        id,
        kind,
        amount,
        currency,
        subjectId: subject_id,
        at: posted_at,
      }));
    },
    rebuildBalances: (database) => database.transaction((tx) => recomputeBalances(tx)),
  };
}

/** For adjustments by hand. */
export function amountInvalid(): Refusal {
  return new Refusal('invalid', 'payments.amount_invalid', 'Give an amount other than 0.', {
    errors: [{ pointer: '/body/amount', message: 'must not be 0' }],
  });
}
