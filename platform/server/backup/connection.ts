import pg from 'pg';
import type { Storage } from '../storage/index.ts';
import type { Table } from './catalogue.ts';
import { nameOf } from './catalogue.ts';
import { BackupRefused } from './refused.ts';

/** What a backup is made of and a restore goes into; a started `App` is one. */
export interface BackupPlace {
  readonly databaseUrl: string;
  /** The embedded server's superuser on the same database; undefined with DATABASE_URL. */
  readonly databaseAdminUrl: string | undefined;
  /** Another process serves this embedded database at this moment. */
  readonly databaseIsShared: boolean;
  readonly storage: Storage;
  readonly version: string;
}

/** How many of what an archive holds. */
export interface BackupFigures {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/** Values are read and written as text that means the same in every database and loses nothing. */
const settings = `SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC';
  SET bytea_output = 'hex'; SET extra_float_digits = 3; SET row_security = off; SET search_path = '';
  SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`;

/** Runs the work in one transaction of a connection of its own, with the most rights there are. */
export async function inTransaction<Result>(
  place: BackupPlace,
  begin: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: place.databaseAdminUrl ?? place.databaseUrl,
    application_name: 'quintet-backup',
  });
  // A lost connection also fails the statement that runs.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(settings);
    await client.query(begin);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    // Ending the session rolls back what was not committed.
    await client.end().catch(() => undefined);
  }
}

/** Refuses when row-level security or missing rights would leave rows out silently. */
export function assertSeesEverything(tables: readonly Table[]): void {
  const hidden = tables.filter((table) => table.hidesRows || !table.readable).map(nameOf);
  if (hidden.length === 0) return;
  throw new BackupRefused(
    `The role of DATABASE_URL cannot see every row of ${hidden.join(', ')}. ` +
      'Use pg_dump and pg_restore with a superuser, or let DATABASE_URL name a role with BYPASSRLS for this command.',
  );
}
