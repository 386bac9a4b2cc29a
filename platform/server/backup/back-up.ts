import type pg from 'pg';
import { formatVersion } from './archive.ts';
import { type ArchiveWriter, createArchive } from './archive-writer.ts';
import { nameOf, readMigrations, readSequences, readTables, type Table } from './catalogue.ts';
import { assertSeesEverything, type BackupFigures, type BackupPlace, inTransaction } from './connection.ts';

export interface BackUpOptions {
  /** Tables (`schema.name`) whose rows are worth nothing later. */
  readonly throwAway?: readonly string[];
}

const rowsPerFetch = 200;

async function writeTable(client: pg.Client, archive: ArchiveWriter, table: Table): Promise<number> {
  const { schema, name, columns } = table;
  await archive.write({ kind: 'table', schema, name, columns: columns.map((column) => column.name) });
  const list = columns.map((column) => `${column.sql}::text`).join(', ');
  await client.query(`DECLARE reading NO SCROLL CURSOR FOR SELECT ${list} FROM ONLY ${table.sql}`);
  let rows = 0;
  for (;;) {
    const fetched = await client.query<(string | null)[]>({
      text: `FETCH ${rowsPerFetch} FROM reading`,
      rowMode: 'array',
    });
    for (const row of fetched.rows) await archive.write(row);
    rows += fetched.rows.length;
    if (fetched.rows.length < rowsPerFetch) break;
  }
  await client.query('CLOSE reading');
  await archive.write({ kind: 'table_end', rows });
  return rows;
}

async function writeFiles({ storage }: BackupPlace, archive: ArchiveWriter): Promise<number> {
  let files = 0;
  for (const { key, contentType } of await storage.list('')) {
    const body = await storage.get(key);
    // Deleted since the list was made.
    if (body === undefined) continue;
    const base64 = Buffer.from(body).toString('base64');
    await archive.write({ kind: 'file', key, content_type: contentType, base64 });
    files += 1;
  }
  return files;
}

async function writeDatabase(
  place: BackupPlace,
  archive: ArchiveWriter,
  throwAway: readonly string[],
): Promise<{ tables: number; rows: number }> {
  return inTransaction(place, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async (client) => {
    const tables = (await readTables(client)).filter((table) => !throwAway.includes(nameOf(table)));
    assertSeesEverything(tables);
    await archive.write({
      kind: 'header',
      format: formatVersion,
      app_version: place.version,
      created_at: new Date().toISOString(),
      migrations: await readMigrations(client),
    });
    let rows = 0;
    for (const table of tables) rows += await writeTable(client, archive, table);
    for (const sequence of await readSequences(client)) await archive.write(sequence);
    return { tables: tables.length, rows };
  });
}

/**
 * Writes everything the database holds at one moment, and the stored files, into one new archive of mode 0600.
 * The server may go on working. Left out: the job queue, and what the caller calls throw-away.
 * Secrets inside are encrypted with SECRET_KEY: an archive is useful only together with it.
 * Throws `BackupRefused` when the file exists or the database role cannot see everything; no file is left then.
 */
export async function backUp(
  place: BackupPlace,
  path: string,
  { throwAway = [] }: BackUpOptions = {},
): Promise<BackupFigures> {
  const archive = await createArchive(path);
  try {
    const { tables, rows } = await writeDatabase(place, archive, throwAway);
    const files = await writeFiles(place, archive);
    await archive.finish({ tables, rows, files });
    return { tables, rows, files };
  } catch (error) {
    await archive.discard();
    throw error;
  }
}
