import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { systemClock } from '#base/time';
import { type Database, sql } from '#platform/server/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import type { LedgerLeg } from '../index.ts';
import { createLedger } from './ledger.ts';

let test: TestDatabase;
let database: Database;
const ledger = createLedger(systemClock);

beforeAll(async () => {
  const directory = new URL('../db/migrations/', import.meta.url);
  test = await testDatabase([{ module: 'payments', directory }]);
  database = test.database;
});
afterAll(() => test.close());

function post(legs: readonly LedgerLeg[], key: string = newId()): Promise<boolean> {
  const transaction = { key, kind: 'tests.move', currency: 'RUB', legs } as const;
  return database.transaction((tx) => ledger.post(tx, transaction));
}

function move(from: string, to: string, amount: number): readonly LedgerLeg[] {
  return [
    { account: from, amount: -amount },
    { account: to, amount },
  ];
}

async function person(credits: number): Promise<string> {
  const account = `user:${newId()}:credits`;
  if (credits > 0) await post(move('platform:cash', account, credits));
  return account;
}

const balance = (account: string) => ledger.balance(database, account, 'RUB');

describe('ledger', () => {
  it('moves credits and shows entries newest first, page by page', async () => {
    const account = await person(1_000);
    await post(move(account, 'platform:revenue', 300));
    await post(move(account, 'platform:revenue', 200));
    expect(await balance(account)).toBe(500);
    const first = await ledger.entries(database, account, { limit: 2 });
    expect(first.map(({ amount }) => amount)).toEqual([-200, -300]);
    const before = first.at(-1)?.id ?? '';
    const second = await ledger.entries(database, account, { limit: 2, before });
    expect(second.map(({ amount }) => amount)).toEqual([1_000]);
    expect(await balance('user:nobody:credits')).toBe(0);
  });

  it('posts a key once, also at the same time', async () => {
    const account = await person(100);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post(move(account, 'platform:revenue', 60), `order:${account}`)),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await balance(account)).toBe(40);
  });

  it('refuses what persons and budgets do not have; the platform may owe', async () => {
    const account = await person(10);
    const refusal = { kind: 'conflict', code: 'payments.insufficient_funds' };
    await expect(post(move(account, 'platform:revenue', 11))).rejects.toMatchObject(refusal);
    await expect(post(move('promo:autumn:budget', account, 1))).rejects.toMatchObject(refusal);
    expect(await balance(account)).toBe(10);
    expect(await post(move('platform:expenses', account, 5))).toBe(true);
    expect(await balance('platform:expenses')).toBe(-5);
  });

  it('never spends more than there is, whoever spends at once', async () => {
    const account = await person(1_000);
    const spends = await Promise.allSettled(
      Array.from({ length: 50 }, () => post(move(account, 'platform:revenue', 70))),
    );
    expect(spends.filter(({ status }) => status === 'fulfilled')).toHaveLength(14);
    expect(await balance(account)).toBe(20);
  });

  it('moves crosswise without getting stuck', async () => {
    const [left, right] = [await person(500), await person(500)];
    const moves = Array.from({ length: 20 }, (_, index) =>
      post(index % 2 === 0 ? move(left, right, 5) : move(right, left, 5)),
    );
    await Promise.all(moves);
    expect([await balance(left), await balance(right)]).toEqual([500, 500]);
  });

  it.each([
    ['one leg', [{ account: 'platform:cash', amount: 1 }]],
    [
      'a sum other than zero',
      [...move('platform:cash', 'platform:revenue', 5), { account: 'a:b', amount: 1 }],
    ],
    ['an amount of nothing', move('platform:cash', 'platform:revenue', 0)],
    ['a bad name', move('platform:cash', 'Somebody', 5)],
  ])('throws for %s', async (_what, legs) => {
    await expect(post(legs)).rejects.toThrow('Ledger transaction');
  });

  it('is held by the database itself', async () => {
    const account = await person(10);
    const unbalanced = database.transaction(async (tx) => {
      const id = newId();
      await tx.run(sql`
        INSERT INTO payments.ledger_transaction (id, posting_key, kind, currency, posted_at)
        VALUES (${id}::uuid, ${id}, 'tests.bad', 'RUB', now())`);
      await tx.run(sql`
        INSERT INTO payments.ledger_entry (id, transaction_id, account, currency, amount)
        VALUES (${newId()}::uuid, ${id}::uuid, ${account}, 'RUB', 5)`);
    });
    await expect(unbalanced).rejects.toMatchObject({ code: '23514' });
    const overdrawn = sql`UPDATE payments.ledger_balance SET amount = -1 WHERE account = ${account}`;
    await expect(database.run(overdrawn)).rejects.toMatchObject({ constraint: 'ledger_balance_covered' });
    await expect(database.run(sql`UPDATE payments.ledger_entry SET amount = 1`)).rejects.toThrow();
    await expect(database.run(sql`DELETE FROM payments.ledger_transaction`)).rejects.toThrow('append-only');
  });

  it('rebuilds balances from entries', async () => {
    const account = await person(50);
    const all = () => database.rows(sql`SELECT * FROM payments.ledger_balance ORDER BY account, currency`);
    const before = await all();
    expect(await ledger.rebuildBalances(database)).toBe(0);
    await database.run(sql`UPDATE payments.ledger_balance SET amount = 7 WHERE account = ${account}`);
    expect(await ledger.rebuildBalances(database)).toBe(1);
    expect(await all()).toEqual(before);
  });
});
