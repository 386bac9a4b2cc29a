import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { createBreakers } from '../resilience/index.ts';
import { createStorage } from '../storage/index.ts';
import { createMetrics } from '../telemetry/index.ts';
import { type BackupPlace, backUp, restore } from './index.ts';

let test: TestDatabase;
let admin: pg.Client;
let folder: string;
let place: BackupPlace;
let archives = 0;

const text = (value: string) => new TextEncoder().encode(value);
const nextArchive = () => join(folder, 'archives', `${++archives}.gz`);

function storageOf(directory: string) {
  return createStorage({
    s3: undefined,
    directory,
    breakers: createBreakers({ clock: () => new Date(), metrics: createMetrics() }),
  });
}

beforeAll(async () => {
  test = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  await mkdir(join(folder, 'archives'));
  admin = new pg.Client({ connectionString: test.adminUrl });
  await admin.connect();
  await admin.query(`
    CREATE SCHEMA IF NOT EXISTS platform;
    CREATE TABLE IF NOT EXISTS platform.migration (
      module text, name text, sha256 text, applied_at timestamptz DEFAULT now(), PRIMARY KEY (module, name));
    CREATE SCHEMA shop;
    CREATE SCHEMA jobs;
    CREATE TYPE shop.mood AS ENUM ('calm', 'wild');
    CREATE TABLE shop.every (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      "odd ""name""" text, bytes bytea, at timestamptz, day date, big int8, exact numeric, approx float8,
      tree jsonb, words text[], ids uuid[], yes boolean, span interval, mood shop.mood,
      doubled numeric GENERATED ALWAYS AS (exact * 2) STORED);
    CREATE TABLE shop.parent (id int PRIMARY KEY, owner text NOT NULL);
    CREATE TABLE shop.child (
      id serial PRIMARY KEY, parent int NOT NULL REFERENCES shop.parent ON DELETE CASCADE,
      older int REFERENCES shop.child);
    CREATE TABLE shop.ticket (id int PRIMARY KEY, parent int REFERENCES shop.parent);
    CREATE TABLE jobs.job (id int);
    ALTER TABLE shop.parent ENABLE ROW LEVEL SECURITY;
    ALTER TABLE shop.parent FORCE ROW LEVEL SECURITY;
    CREATE POLICY own ON shop.parent USING (owner = current_setting('quintet.owner', true));
    CREATE FUNCTION shop.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'append-only'; END $$;
    CREATE TRIGGER no_truncate BEFORE TRUNCATE ON shop.every FOR EACH STATEMENT EXECUTE FUNCTION shop.refuse();
    GRANT USAGE ON SCHEMA platform, shop TO quintet;
    GRANT SELECT ON ALL TABLES IN SCHEMA platform, shop TO quintet;
    INSERT INTO platform.migration VALUES ('shop', '0001_shop.sql', 'hash-1');`);
  place = {
    databaseUrl: test.url,
    databaseAdminUrl: test.adminUrl,
    databaseIsShared: false,
    storage: storageOf(join(folder, 'files')),
    version: '1.2.3',
  };
});

afterAll(async () => {
  await admin.end();
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await admin.query('SET session_replication_role = replica');
  await admin.query('TRUNCATE shop.every, shop.parent, shop.child, shop.ticket RESTART IDENTITY');
  await admin.query('SET session_replication_role = origin');
});

const tables = ['shop.every', 'shop.parent', 'shop.child'];

async function snapshot(): Promise<unknown> {
  const found: Record<string, unknown> = {};
  for (const table of tables) {
    found[table] = (await admin.query(`SELECT t::text AS row FROM ${table} AS t ORDER BY id`)).rows;
  }
  return found;
}

async function fill(): Promise<void> {
  await admin.query(`
    INSERT INTO shop.parent VALUES (1, 'ann'), (2, 'bob');
    INSERT INTO shop.child (parent, older) SELECT 1 + i % 2, NULL FROM generate_series(1, 1200) AS i;
    UPDATE shop.child SET older = 1200 WHERE id = 1;
    INSERT INTO shop.ticket VALUES (1, 1);
    INSERT INTO shop.every (exact) VALUES (1.50);`);
}

const anyText = fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) => value.replaceAll('\0', ''));
const special = fc.constantFrom('NULL', '\\N', '{}', '"', '\u2028', '\r\n', "'; DROP TABLE x; --", '');
const words = fc.option(fc.oneof(anyText, special));
const everyRow = fc.record({
  word: words,
  bytes: fc.option(
    fc.uint8Array({ maxLength: 64 }).map((bytes) => `\\x${Buffer.from(bytes).toString('hex')}`),
  ),
  at: fc.constantFrom(
    '2024-02-29 23:59:59.123457+00',
    'infinity',
    '-infinity',
    '0044-03-15 12:00:00.000001+00 BC',
    null,
  ),
  big: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)),
  exact: fc.option(
    fc
      .tuple(fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }), fc.integer({ min: 0, max: 999_999 }))
      .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}00`),
  ),
  approx: fc.option(fc.double().map((value) => (Object.is(value, -0) ? '-0' : String(value)))),
  tree: fc.option(fc.json().filter((json) => !json.includes('\\u0000') && !/\\ud[89a-f]/i.test(json))),
  words: fc.option(fc.array(words, { maxLength: 4 })),
  ids: fc.option(fc.array(fc.uuid(), { maxLength: 3 })),
  yes: fc.option(fc.boolean()),
  span: fc.constantFrom('1 year 2 mons -3 days 04:05:06.789012', null),
  mood: fc.constantFrom('calm', 'wild', null),
});

describe('round trip', () => {
  it('brings back every value of every type exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(everyRow, { minLength: 1, maxLength: 20 }), async (rows) => {
        for (const row of rows) {
          await admin.query(
            `INSERT INTO shop.every ("odd ""name""", bytes, at, big, exact, approx, tree, words, ids, yes, span, mood, day)
             VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,'0001-01-01 BC')`,
            Object.values(row),
          );
        }
        const before = await snapshot();
        const archive = nextArchive();
        const saved = await backUp(place, archive);
        await admin.query(
          `UPDATE shop.every SET exact = 0, words = NULL; DELETE FROM shop.every WHERE id % 2 = 1`,
        );
        expect(await restore(place, archive)).toEqual(saved);
        expect(await snapshot()).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it('brings back rows hidden by row-level security, circles of references and more than one batch', async () => {
    await fill();
    const before = await snapshot();
    const archive = nextArchive();
    expect(await backUp(place, archive)).toEqual({ tables: 4, rows: 1_204, files: 0 });
    await admin.query(
      'DELETE FROM shop.ticket; UPDATE shop.child SET older = NULL; DELETE FROM shop.parent WHERE id = 1',
    );
    await restore(place, archive);
    expect(await snapshot()).toEqual(before);
  });

  it('goes on counting where the sequences were', async () => {
    await fill();
    const archive = nextArchive();
    await backUp(place, archive);
    await admin.query('ALTER SEQUENCE shop.child_id_seq RESTART WITH 5');
    await restore(place, archive);
    const { rows } = await admin.query("SELECT nextval('shop.child_id_seq')::int AS next");
    expect(rows).toEqual([{ next: 1_201 }]);
  });

  it('leaves out the queue, the ledger and throw-away tables, and empties the last', async () => {
    await fill();
    const archive = nextArchive();
    await backUp(place, archive, { throwAway: ['shop.ticket'] });
    const content = gunzipSync(await readFile(archive)).toString();
    expect(content).not.toContain('"jobs"');
    expect(content).not.toContain('"ticket"');
    await restore(place, archive);
    expect((await admin.query('SELECT * FROM shop.ticket')).rows).toEqual([]);
    expect((await admin.query('SELECT * FROM platform.migration')).rowCount).toBe(1);
  });

  it('brings back stored files and deletes those made later', async () => {
    await place.storage.put('a/picture.png', text('\u0000\u0001 bytes'), { contentType: 'image/png' });
    const archive = nextArchive();
    expect(await backUp(place, archive)).toMatchObject({ files: 1 });
    await place.storage.put('a/picture.png', text('other'), { contentType: 'text/plain' });
    await place.storage.put('later.txt', text('later'), { contentType: 'text/plain' });
    await restore(place, archive);
    expect(await place.storage.get('a/picture.png')).toEqual(text('\u0000\u0001 bytes'));
    expect(await place.storage.list('')).toMatchObject([{ key: 'a/picture.png', contentType: 'image/png' }]);
  });

  it('shows one moment of the database while others write', async () => {
    await fill();
    const slow: BackupPlace = { ...place, storage: { ...place.storage, list: async () => [] } };
    const archive = nextArchive();
    const saving = backUp(slow, archive);
    const writing = (async () => {
      for (let id = 100; id < 160; id += 1) {
        await admin.query('BEGIN');
        await admin.query('INSERT INTO shop.parent VALUES ($1, $2)', [id, 'x']);
        await admin.query('INSERT INTO shop.child (parent) VALUES ($1)', [id]);
        await admin.query('COMMIT');
      }
    })();
    await Promise.all([saving, writing]);
    await restore(place, archive);
    const { rows } = await admin.query(
      `SELECT count(*)::int AS without FROM shop.parent AS p
        WHERE id >= 100 AND NOT EXISTS (SELECT FROM shop.child AS c WHERE c.parent = p.id)`,
    );
    expect(rows).toEqual([{ without: 0 }]);
  });
});

describe('the archive', () => {
  it('is for its owner only, never overwritten, and leaves no partial file', async () => {
    const archive = nextArchive();
    await backUp(place, archive);
    expect((await stat(archive)).mode & 0o777).toBe(0o600);
    await expect(backUp(place, archive)).rejects.toThrow('exists already');
    expect((await readdir(join(folder, 'archives'))).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it.each<[string, (path: string) => Promise<void>, string]>([
    ['cut off', async (path) => truncate(path, (await stat(path)).size - 40), 'damaged'],
    ['empty', (path) => truncate(path, 0), 'damaged'],
    ['no archive', (path) => writeFile(path, 'hello'), 'damaged'],
    ['without its last line', (path) => rewrite(path, (lines) => lines.slice(0, -1)), 'its end is missing'],
    ['one row short', (path) => rewrite(path, (lines) => lines.toSpliced(3, 1)), 'damaged'],
    [
      'with a changed value',
      (path) => rewrite(path, (lines) => lines.map((line) => line.replace('"bob"', '"eve"'))),
      'checksum',
    ],
    [
      'of another format',
      (path) => rewrite(path, ([head = '', ...rest]) => [head.replace('"format":1', '"format":9'), ...rest]),
      'format 9',
    ],
  ])('that is %s is refused and nothing changes', async (_name, spoil, message) => {
    await fill();
    const archive = nextArchive();
    await backUp(place, archive);
    await admin.query("INSERT INTO shop.parent VALUES (3, 'eve')");
    const before = await snapshot();
    await spoil(archive);
    await expect(restore(place, archive)).rejects.toThrow(message);
    expect(await snapshot()).toEqual(before);
  });
});

async function rewrite(path: string, change: (lines: string[]) => string[]): Promise<void> {
  const lines = gunzipSync(await readFile(path))
    .toString()
    .trimEnd()
    .split('\n');
  await writeFile(path, gzipSync(`${change(lines).join('\n')}\n`));
}

describe('refusals', () => {
  it('does not restore beside a running server', async () => {
    await expect(restore({ ...place, databaseIsShared: true }, 'x')).rejects.toThrow('Stop it');
  });

  it('does not restore what other migrations made', async () => {
    const archive = nextArchive();
    await backUp(place, archive);
    await admin.query("UPDATE platform.migration SET sha256 = 'hash-2'");
    try {
      await expect(restore(place, archive)).rejects.toThrow('other migrations (shop/0001_shop.sql)');
    } finally {
      await admin.query("UPDATE platform.migration SET sha256 = 'hash-1'");
    }
  });

  it('does not write an archive with holes when the role cannot see every row', async () => {
    const bound: BackupPlace = { ...place, databaseAdminUrl: undefined };
    const archive = nextArchive();
    await expect(backUp(bound, archive)).rejects.toThrow(/cannot see every row of shop\.parent.*pg_dump/);
    await expect(stat(archive)).rejects.toThrow('ENOENT');
    expect((await readdir(join(folder, 'archives'))).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('puts the database back when a file cannot be stored', async () => {
    await fill();
    await place.storage.put('kept.txt', text('kept'), { contentType: 'text/plain' });
    const archive = nextArchive();
    await backUp(place, archive);
    await admin.query("INSERT INTO shop.parent VALUES (4, 'eve')");
    const before = await snapshot();
    const full: BackupPlace = {
      ...place,
      storage: { ...place.storage, put: () => Promise.reject(new Error('disk full')) },
    };
    await expect(restore(full, archive)).rejects.toThrow('disk full');
    expect(await snapshot()).toEqual(before);
  });

  it('says when there is no archive', async () => {
    await expect(restore(place, join(folder, 'none.gz'))).rejects.toThrow('cannot be read');
  });
});
