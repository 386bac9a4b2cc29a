import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** The migrations of one module, in the order in which modules depend on one another. */
export interface MigrationSource {
  readonly module: string;
  readonly directory: URL;
}

export interface MigrationFile {
  readonly module: string;
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
}

export interface MigrationStatus {
  readonly applied: readonly MigrationFile[];
  readonly pending: readonly MigrationFile[];
}

const lockKey = 7_146_523_901;

async function readSource({ module, directory }: MigrationSource): Promise<MigrationFile[]> {
  const entries = await readdir(fileURLToPath(directory));
  const files = entries.filter((entry) => entry.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(new URL(name, directory), 'utf8');
      return { module, name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function statusOn(client: pg.Client, sources: readonly MigrationSource[]): Promise<MigrationStatus> {
  const files = (await Promise.all(sources.map(readSource))).flat();
  const { rows } = await client.query<{ module: string; name: string; sha256: string }>(
    'SELECT module, name, sha256 FROM platform.migration',
  );
  const known = new Map(rows.map((row) => [`${row.module}/${row.name}`, row.sha256]));
  const changed = files.filter((file) => {
    const sha256 = known.get(`${file.module}/${file.name}`);
    return sha256 !== undefined && sha256 !== file.sha256;
  });
  if (changed.length > 0) {
    const list = changed.map((file) => `${file.module}/${file.name}`).join(', ');
    throw new Error(`Migrations changed after they were applied: ${list}. Add a new file instead.`);
  }
  return {
    applied: files.filter((file) => known.has(`${file.module}/${file.name}`)),
    pending: files.filter((file) => !known.has(`${file.module}/${file.name}`)),
  };
}

async function withLedger<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await client.query('CREATE SCHEMA IF NOT EXISTS platform');
    await client.query(
      `CREATE TABLE IF NOT EXISTS platform.migration (
         module text NOT NULL, name text NOT NULL, sha256 text NOT NULL,
         applied_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (module, name))`,
    );
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What is applied and what is not. Throws when an applied file was changed afterwards. */
export async function migrationStatus(
  url: string,
  sources: readonly MigrationSource[],
): Promise<MigrationStatus> {
  return withLedger(url, (client) => statusOn(client, sources));
}

/**
 * Applies every missing file, each in its own transaction, under an advisory lock, so that several
 * processes may start at once. Answers the files applied now.
 */
export async function migrate(
  url: string,
  sources: readonly MigrationSource[],
): Promise<readonly MigrationFile[]> {
  return withLedger(url, async (client) => {
    const { pending } = await statusOn(client, sources);
    for (const file of pending) {
      try {
        await client.query('BEGIN');
        await client.query("SET LOCAL lock_timeout = '10s'");
        await client.query(file.text);
        await client.query('INSERT INTO platform.migration (module, name, sha256) VALUES ($1, $2, $3)', [
          file.module,
          file.name,
          file.sha256,
        ]);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`Migration ${file.module}/${file.name} failed and was rolled back: ${reason}`, {
          cause: error,
        });
      }
    }
    return pending;
  });
}
