import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { type Database, sql } from '#platform/server/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { createPrivacy, type PersonalData } from './index.ts';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await testDatabase([]);
  database = test.database;
  await database.run(sql`CREATE TABLE people (id uuid PRIMARY KEY, name text NOT NULL)`);
  await database.run(sql`CREATE TABLE visits (person uuid NOT NULL REFERENCES people, reason text NOT NULL)`);
});
afterAll(async () => await test.close());

const accounts: PersonalData = {
  export: async (userId) => await database.rows(sql`SELECT name FROM people WHERE id = ${userId}`),
  erase: async (tx, userId) => void (await tx.run(sql`DELETE FROM people WHERE id = ${userId}`)),
};
const visits: PersonalData = {
  export: async (userId) => await database.rows(sql`SELECT reason FROM visits WHERE person = ${userId}`),
  erase: async (tx, userId) => void (await tx.run(sql`DELETE FROM visits WHERE person = ${userId}`)),
};

async function person(): Promise<string> {
  const id = newId();
  await database.run(sql`INSERT INTO people VALUES (${id}, 'Ada')`);
  await database.run(sql`INSERT INTO visits VALUES (${id}, 'cough')`);
  return id;
}

describe('privacy', () => {
  it('collects by module and erases what depends first', async () => {
    const privacy = createPrivacy();
    privacy.add('identity', accounts);
    privacy.add('care', visits);
    const [gone, stays] = [await person(), await person()];
    const everything = { identity: [{ name: 'Ada' }], care: [{ reason: 'cough' }] };
    expect(await privacy.export(gone)).toEqual(everything);
    await database.transaction(async (tx) => await privacy.erase(tx, gone));
    await database.transaction(async (tx) => await privacy.erase(tx, gone));
    expect(await privacy.export(gone)).toEqual({ identity: [], care: [] });
    expect(await privacy.export(stays)).toEqual(everything);
  });

  it('erases all or nothing', async () => {
    const privacy = createPrivacy();
    privacy.add('broken', { export: async () => null, erase: () => Promise.reject(new Error('cannot')) });
    privacy.add('care', visits);
    const id = await person();
    await expect(database.transaction(async (tx) => await privacy.erase(tx, id))).rejects.toThrow('cannot');
    expect(await privacy.export(id)).toMatchObject({ care: [{ reason: 'cough' }] });
  });

  it('refuses a module that declares itself twice', () => {
    const privacy = createPrivacy();
    privacy.add('care', visits);
    expect(() => privacy.add('care', visits)).toThrow('twice');
  });
});
