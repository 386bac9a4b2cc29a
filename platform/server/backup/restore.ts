import type pg from 'pg';
import { damaged, type Header, type Sequence } from './archive.ts';
import { checkArchive, readArchive } from './archive-reader.ts';
import { nameOf, readMigrations, readTables, type Table } from './catalogue.ts';
import { assertSeesEverything, type BackupFigures, type BackupPlace, inTransaction } from './connection.ts';
import { BackupRefused } from './refused.ts';
import { createTableLoader } from './table-loader.ts';

function assertSameMigrations(archived: Header['migrations'], applied: Header['migrations']): void {
  const text = (one: Header['migrations'][number]) => `${one.module}/${one.name} ${one.sha256}`;
  const here = new Set(applied.map(text));
  const there = new Set(archived.map(text));
  const different = [...archived, ...applied].filter((one) => !(here.has(text(one)) && there.has(text(one))));
  if (different.length === 0) return;
  const names = [...new Set(different.map((one) => `${one.module}/${one.name}`))].sort().join(', ');
  throw new BackupRefused(
    `The archive was made with other migrations (${names}). Restore it with the version that made it, then migrate.`,
  );
}

/** Triggers and foreign keys rest: rows come back as they were, in any order. */
async function silenceTriggers(client: pg.Client): Promise<void> {
  try {
    await client.query('SET LOCAL session_replication_role = replica');
  } catch (error) {
    throw new BackupRefused(
      'The role of DATABASE_URL may not set session_replication_role, so it cannot restore. ' +
        'Use a superuser, or pg_dump and pg_restore.',
      { cause: error },
    );
  }
}

async function empty(client: pg.Client, tables: readonly Table[]): Promise<void> {
  await client.query("SET LOCAL lock_timeout = '10s'");
  if (tables.length > 0) await client.query(`TRUNCATE ${tables.map((table) => table.sql).join(', ')}`);
}

async function setSequence(client: pg.Client, { schema, name, next }: Sequence): Promise<void> {
  const sequence = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
  // Unlike setval, this is undone by a rollback.
  await client.query(`ALTER SEQUENCE ${sequence} RESTART WITH ${BigInt(next)}`);
}

async function load(
  client: pg.Client,
  place: BackupPlace,
  path: string,
  tables: ReadonlyMap<string, Table>,
): Promise<{ figures: BackupFigures; keys: ReadonlySet<string> }> {
  const keys = new Set<string>();
  const figures = { tables: 0, rows: 0, files: 0 };
  const loader = createTableLoader(client, tables);
  for await (const line of readArchive(path)) {
    if (Array.isArray(line)) {
      await loader.add(line);
      continue;
    }
    switch (line.kind) {
      case 'header':
        break;
      case 'table':
        loader.open(line);
        figures.tables += 1;
        break;
      case 'table_end':
        figures.rows += await loader.close(line.rows);
        break;
      case 'sequence':
        await setSequence(client, line);
        break;
      case 'file':
        await place.storage.put(line.key, Buffer.from(line.base64, 'base64'), {
          contentType: line.content_type,
        });
        keys.add(line.key);
        break;
      case 'end':
        figures.files = line.files;
        break;
      default: {
        const never: never = line;
        throw damaged(String(never));
      }
    }
  }
  return { figures, keys };
}

/**
 * Replaces all data by what an archive holds, in one transaction: everything or nothing. The archive is read
 * whole and its checksum compared before the first change. Stored files are written before the commit, and those
 * the archive does not know are deleted after it; the job queue stays as it is.
 * Throws `BackupRefused` for a damaged archive, one of other migrations, a database in use by a running server,
 * or a role without the rights.
 */
export async function restore(place: BackupPlace, path: string): Promise<BackupFigures> {
  if (place.databaseIsShared) {
    throw new BackupRefused('A running server uses this database. Stop it, then restore.');
  }
  const header = await checkArchive(path);
  const { figures, keys } = await inTransaction(place, 'BEGIN', async (client) => {
    assertSameMigrations(header.migrations, await readMigrations(client));
    const tables = await readTables(client);
    assertSeesEverything(tables);
    await silenceTriggers(client);
    await empty(client, tables);
    return load(client, place, path, new Map(tables.map((table) => [nameOf(table), table])));
  });
  for (const { key } of await place.storage.list('')) if (!keys.has(key)) await place.storage.delete(key);
  return figures;
}
