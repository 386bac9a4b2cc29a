import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { systemClock } from '#base/time';
import { sql } from '#platform/server/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { canonicalJson } from './audit.rules.ts';
import { createAudit } from './audit.ts';

const audit = createAudit('a secret key of thirty-two characters', systemClock);
let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase([
    { module: 'identity', directory: new URL('../db/migrations/', import.meta.url) },
  ]);
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      test.database.transaction((tx) =>
        audit.append(tx, {
          action: 'test.happened',
          actorId: newId(),
          details: { n, b: [1, { z: 1, a: 2 }] },
        }),
      ),
    ),
  );
});
afterAll(() => test.close());

async function tampered(statement: ReturnType<typeof sql>) {
  const undone = new Error('undone');
  let verdict: Awaited<ReturnType<typeof audit.verify>> | undefined;
  await test.database
    .transaction(async (tx) => {
      await tx.run(sql`ALTER TABLE identity.audit_entry DISABLE TRIGGER USER`);
      await tx.run(sql`GRANT UPDATE, DELETE ON identity.audit_entry TO CURRENT_USER`);
      await tx.run(statement);
      verdict = await audit.verify(tx);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return verdict;
}

describe('the audit log', () => {
  it('is one chain, however many write at once', async () => {
    expect(await audit.verify(test.database)).toMatchObject({ kind: 'intact', head: { seq: 20 } });
  });

  it.each([
    ['a changed detail', sql`UPDATE identity.audit_entry SET details = '{"n": 99}' WHERE seq = 7`, 7],
    ['a changed time', sql`UPDATE identity.audit_entry SET at = at + interval '1 hour' WHERE seq = 3`, 3],
    ['a removed entry', sql`DELETE FROM identity.audit_entry WHERE seq = 5`, 6],
    ['a cut end', sql`DELETE FROM identity.audit_entry WHERE seq > 18`, 19],
    ['a changed head', sql`UPDATE identity.audit_head SET hash = 'ff'`, 20],
  ])('shows %s', async (_what, statement, seq) => {
    expect(await tampered(statement)).toMatchObject({ kind: 'broken', seq });
  });

  it('is not believed under another key', async () => {
    const forger = createAudit('another key of thirty-two characters!', systemClock);
    expect(await forger.verify(test.database)).toMatchObject({ kind: 'broken', seq: 1 });
  });

  it('refuses every change, to the application too', async () => {
    const { database } = test;
    await expect(database.run(sql`UPDATE identity.audit_entry SET action = 'x'`)).rejects.toThrow();
    await expect(database.run(sql`DELETE FROM identity.audit_entry`)).rejects.toThrow();
    await expect(database.run(sql`TRUNCATE identity.audit_entry`)).rejects.toThrow();
  });

  it('writes content so that the order of keys does not matter', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const shuffled = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(shuffled)).toBe(canonicalJson(value));
      }),
    );
  });
});
