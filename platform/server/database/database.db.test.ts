import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { amongIds, isConnectionFailure, isUniqueViolation, joinSql, sql } from './index.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await test.database.run(sql`CREATE TABLE item (id int PRIMARY KEY, owner text NOT NULL, big int8)`);
  await test.database.run(sql`ALTER TABLE item ENABLE ROW LEVEL SECURITY`);
  await test.database.run(sql`ALTER TABLE item FORCE ROW LEVEL SECURITY`);
  await test.database.run(
    sql`CREATE POLICY owner ON item USING (owner = current_setting('quintet.owner', true))`,
  );
});

afterAll(() => test.close());

describe('transactions', () => {
  it('commits when the work resolves and rolls back when it throws', async () => {
    const scope = { owner: 'ann' };
    await test.database.transaction(
      (tx) => tx.run(sql`INSERT INTO item VALUES (1, 'ann', 9007199254740991)`),
      { scope },
    );
    await expect(
      test.database.transaction(
        async (tx) => {
          await tx.run(sql`INSERT INTO item VALUES (2, 'ann', 2)`);
          throw new Error('changed my mind');
        },
        { scope },
      ),
    ).rejects.toThrow('changed my mind');
    expect(await test.database.scoped(scope).rows(sql`SELECT * FROM item`)).toEqual([
      { id: 1, owner: 'ann', big: 9_007_199_254_740_991 },
    ]);
  });

  it('runs follow-ups only after a commit', async () => {
    const seen: string[] = [];
    await test.database.transaction(async (tx) => tx.afterCommit(() => void seen.push('committed')));
    await expect(
      test.database.transaction(async (tx) => {
        tx.afterCommit(() => void seen.push('never'));
        await tx.run(sql`SELECT 1 / 0`);
      }),
    ).rejects.toThrow('division by zero');
    expect(seen).toEqual(['committed']);
  });
});

describe('scope', () => {
  it('shows each owner only their rows and nothing without a scope', async () => {
    await test.database.transaction((tx) => tx.run(sql`INSERT INTO item VALUES (10, 'bob', 1)`), {
      scope: { owner: 'bob' },
    });
    const ids = (owner: string) =>
      test.database.scoped({ owner }).rows<{ id: number }>(sql`SELECT id FROM item`);
    expect(await ids('bob')).toEqual([{ id: 10 }]);
    expect(await ids('eve')).toEqual([]);
    expect(await test.database.rows(sql`SELECT * FROM item`)).toEqual([]);
  });

  it('does not leak into the next statement of the same connection, failures included', async () => {
    await expect(test.database.scoped({ owner: 'ann' }).rows(sql`SELECT 1 / 0`)).rejects.toThrow('division');
    const all = await Promise.all(
      Array.from({ length: 20 }, () => test.database.rows(sql`SELECT * FROM item`)),
    );
    expect(all.flat()).toEqual([]);
  });

  it('refuses rows of somebody else', async () => {
    await expect(
      test.database.transaction((tx) => tx.run(sql`INSERT INTO item VALUES (11, 'bob', 1)`), {
        scope: { owner: 'ann' },
      }),
    ).rejects.toThrow('row-level security');
  });
});

describe('statements', () => {
  it('numbers parameters across nested fragments and never mixes values into the text', () => {
    const conditions = [sql`a = ${1}`, sql`b = ANY(${[2]}::int[])`, sql`c = ${"'; DROP TABLE item"}`];
    const statement = sql`SELECT * FROM item WHERE ${joinSql(conditions, sql` AND `)} LIMIT ${5}`;
    expect(statement.text).toBe('SELECT * FROM item WHERE a = $1 AND b = ANY($2::int[]) AND c = $3 LIMIT $4');
    expect(statement.values).toEqual([1, [2], "'; DROP TABLE item", 5]);
  });

  it('compares with ids, one of them so that the plan is kept', async () => {
    const [one, other] = ['01999999-0000-7000-8000-000000000001', '01999999-0000-7000-8000-000000000002'];
    const found = (ids: readonly string[]) =>
      sql`SELECT v.id FROM (VALUES (${one}::uuid), (${other}::uuid)) v (id) WHERE v.id ${amongIds(ids)}`;
    expect(sql`id ${amongIds([one])}`.text).toBe('id = $1::uuid');
    expect(await test.database.rows(found([other]))).toEqual([{ id: other }]);
    expect(await test.database.rows(found([one, other]))).toEqual([{ id: one }, { id: other }]);
    expect(await test.database.rows(found([]))).toEqual([]);
  });

  it('answers each of many statements sent in one turn, whatever becomes of the others', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) =>
        test.database.row<{ answer: number }>(sql`SELECT 60 / (${index}::int % 10) AS answer`),
      ),
    );
    answers.forEach((answer, index) => {
      if (index % 10 === 0) expect(answer.status).toBe('rejected');
      else expect(answer).toMatchObject({ value: { answer: Math.floor(60 / (index % 10)) } });
    });
  });

  it('tells a duplicate from other failures', async () => {
    const scope = { owner: 'ann' };
    const twice = test.database.transaction(
      async (tx) => {
        await tx.run(sql`INSERT INTO item VALUES (20, 'ann', 1)`);
        await tx.run(sql`INSERT INTO item VALUES (20, 'ann', 1)`);
      },
      { scope },
    );
    const error = await twice.catch((reason: unknown) => reason);
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'item_pkey')).toBe(true);
    expect(isUniqueViolation(error, 'other')).toBe(false);
    expect(isConnectionFailure(error)).toBe(false);
  });
});

describe('connections', () => {
  it('listens, and listens again after the connection was cut', async () => {
    const messages: string[] = [];
    const gap = Promise.withResolvers<void>();
    const stop = await test.database.listen('news', (payload) => messages.push(payload), gap.resolve);
    await test.database.run(sql`SELECT pg_notify('news', 'first')`);
    await expect.poll(() => messages).toEqual(['first']);
    await test.database.rows(
      sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`,
    );
    await gap.promise;
    await test.database.run(sql`SELECT pg_notify('news', 'second')`);
    await expect.poll(() => messages).toEqual(['first', 'second']);
    await stop();
  });

  it('serves single statements again after all their connections were cut', async () => {
    const ask = () => test.database.scoped({ owner: 'ann' }).row<{ one: number }>(sql`SELECT 1 AS one`);
    await Promise.all(Array.from({ length: 20 }, ask));
    const cut = await Promise.allSettled([
      ...Array.from({ length: 20 }, () => test.database.row(sql`SELECT pg_sleep(0.2)`)),
      test.database.transaction((tx) =>
        tx.rows(sql`
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()`),
      ),
    ]);
    const failures = cut.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.every(isConnectionFailure)).toBe(true);
    expect(await Promise.all(Array.from({ length: 20 }, ask))).toEqual(
      Array.from({ length: 20 }, () => ({ one: 1 })),
    );
  });

  it('recovers after every connection was cut in the middle of a transaction', async () => {
    const cut = test.database.transaction(async (tx) => {
      await tx.run(sql`SELECT pg_terminate_backend(pg_backend_pid())`);
    });
    const error = await cut.catch((reason: unknown) => reason);
    expect(isConnectionFailure(error)).toBe(true);
    expect(await test.database.row(sql`SELECT 1 AS one`)).toEqual({ one: 1 });
  });
});
