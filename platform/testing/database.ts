import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { newId } from '#base/ids';
import { type Database, type MigrationSource, migrate, openDatabase } from '#platform/server/database';

export interface TestDatabase {
  /** Connects as the application's role. */
  readonly url: string;
  /** Connects as the superuser, to look at what row-level security hides. */
  readonly adminUrl: string;
  readonly database: Database;
  close(): Promise<void>;
}

const templateLock = 5_513_377;
const owner = 'quintet';

function withDatabase(url: string, database: string, role?: string): string {
  const [before, after = ''] = url.split('@/');
  const query = after.slice(after.indexOf('?'));
  return `${role === undefined ? before : `postgres://${role}`}@/${database}${query}`;
}

async function fingerprint(sources: readonly MigrationSource[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { module, directory } of sources) {
    const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
    for (const name of names)
      hash.update(`${module}/${name}`).update(await readFile(new URL(name, directory)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function ensureTemplate(
  admin: pg.Client,
  adminUrl: string,
  name: string,
  sources: readonly MigrationSource[],
): Promise<void> {
  await admin.query('SELECT pg_advisory_lock($1)', [templateLock]);
  try {
    const known = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (known.rowCount !== 0) return;
    const building = `${name}_building`;
    await admin.query(`DROP DATABASE IF EXISTS ${building}`);
    await admin.query(`CREATE DATABASE ${building} OWNER ${owner}`);
    await migrate(withDatabase(adminUrl, building, owner), sources);
    await admin.query(`ALTER DATABASE ${building} RENAME TO ${name}`);
  } finally {
    await admin.query('SELECT pg_advisory_unlock($1)', [templateLock]);
  }
}

/**
 * A database of one's own: cloned from a template in which the migrations ran already, dropped by `close`.
 * Needs the global setup of this folder.
 */
export async function testDatabase(sources: readonly MigrationSource[] = []): Promise<TestDatabase> {
  const adminUrl = inject('postgresAdminUrl');
  const template = `template_${await fingerprint(sources)}`;
  const name = `test_${newId().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await ensureTemplate(admin, adminUrl, template, sources);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${owner} STRATEGY FILE_COPY`);
  const url = withDatabase(adminUrl, name, owner);
  const database = openDatabase({ url, max: 8, onError: () => undefined });
  return {
    url,
    adminUrl: withDatabase(adminUrl, name),
    database,
    async close() {
      await database.close();
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
