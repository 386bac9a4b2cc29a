import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { migrate, migrationStatus, sql } from './index.ts';

let test: TestDatabase;
let directory: string;

beforeEach(async () => {
  test = await testDatabase();
  directory = await mkdtemp(join(tmpdir(), 'migrations-'));
});

afterEach(async () => {
  await test.close();
  await rm(directory, { recursive: true });
});

const sources = () => [{ module: 'shop', directory: pathToFileURL(`${directory}/`) }];

it('applies every missing file once, also one that arrives late with a smaller number', async () => {
  await writeFile(join(directory, '0002_b.sql'), 'CREATE TABLE b (id int)');
  expect((await migrate(test.url, sources())).map((file) => file.name)).toEqual(['0002_b.sql']);
  await writeFile(join(directory, '0001_a.sql'), 'CREATE TABLE a (id int)');
  expect((await migrationStatus(test.url, sources())).pending.map((file) => file.name)).toEqual([
    '0001_a.sql',
  ]);
  expect((await migrate(test.url, sources())).map((file) => file.name)).toEqual(['0001_a.sql']);
  expect(await migrate(test.url, sources())).toEqual([]);
});

it('applies each file once when several processes start at the same time', async () => {
  await writeFile(join(directory, '0001_a.sql'), 'CREATE TABLE a (id int)');
  const runs = await Promise.all(Array.from({ length: 4 }, () => migrate(test.url, sources())));
  expect(runs.flat()).toHaveLength(1);
});

it('refuses a file that was changed after it was applied', async () => {
  await writeFile(join(directory, '0001_a.sql'), 'CREATE TABLE a (id int)');
  await migrate(test.url, sources());
  await writeFile(join(directory, '0001_a.sql'), 'CREATE TABLE a (id int, extra text)');
  await expect(migrate(test.url, sources())).rejects.toThrow('shop/0001_a.sql');
});

it('leaves nothing of a file that fails', async () => {
  await writeFile(join(directory, '0001_a.sql'), 'CREATE TABLE a (id int); SELECT 1 / 0;');
  await expect(migrate(test.url, sources())).rejects.toThrow('shop/0001_a.sql failed');
  expect(await test.database.row(sql`SELECT to_regclass('a') AS found`)).toEqual({ found: null });
  expect((await migrationStatus(test.url, sources())).pending).toHaveLength(1);
});
