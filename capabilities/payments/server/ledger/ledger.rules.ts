import { Refusal } from '#base/refusal';
import type { LedgerLeg, LedgerTransaction } from '../index.ts';

const accountName = /^[a-z][a-z0-9_]*(:[A-Za-z0-9_-]+)+$/;

/** Accounts of persons and of budgets: what is not there cannot be spent. The database holds the same rule. */
export function mustBeCovered(account: string): boolean {
  return account.startsWith('user:') || account.startsWith('promo:');
}

/** What each account gains or loses, by name: the order in which accounts are locked everywhere. */
export function changesOf(legs: readonly LedgerLeg[]): readonly LedgerLeg[] {
  const sums = new Map<string, number>();
  for (const { account, amount } of legs) sums.set(account, (sums.get(account) ?? 0) + amount);
  return [...sums]
    .map(([account, amount]) => ({ account, amount }))
    .sort((left, right) => (left.account < right.account ? -1 : 1));
}

/** A wrong transaction is a bug of its sender, not a refusal. */
export function checkLegs({ key, legs }: Pick<LedgerTransaction, 'key' | 'legs'>): void {
  const fail = (what: string): never => {
    throw new Error(`Ledger transaction ${key}: ${what}.`);
  };
  if (legs.length < 2) fail('it needs two legs at least');
  for (const { account, amount } of legs) {
    if (!accountName.test(account) || account.length > 200) fail(`${account} is no name of an account`);
    if (!Number.isSafeInteger(amount) || amount === 0) fail('amounts are whole minor units other than 0');
  }
  if (legs.reduce((sum, { amount }) => sum + amount, 0) !== 0) fail('its legs do not sum to zero');
}

/** Refuses when an account would be overdrawn that must not be. */
export function checkCovered(changes: readonly LedgerLeg[], balances: ReadonlyMap<string, number>): void {
  const short = changes.some(
    ({ account, amount }) =>
      amount < 0 && mustBeCovered(account) && (balances.get(account) ?? 0) + amount < 0,
  );
  if (short) {
    throw new Refusal('conflict', 'payments.insufficient_funds', 'There are not enough credits for this.');
  }
}
