import type pg from 'pg';
import type { Header, Sequence } from './archive.ts';

/** A table of the application, as the database knows it now. */
export interface Table {
  readonly schema: string;
  readonly name: string;
  /** Quoted for SQL. */
  readonly sql: string;
  readonly columns: readonly { readonly name: string; readonly sql: string; readonly type: string }[];
  readonly hidesRows: boolean;
  readonly readable: boolean;
}

/** The queue is the engine's own: a running job means nothing in another database. */
const foreignSchemas = ['jobs', 'information_schema'];

/** Says by its content which schema it belongs to, so the database must have the same already. */
const ledger = 'platform.migration';

/** All tables with data of the application, generated columns left out. */
export async function readTables(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT n.nspname AS schema, c.relname AS name, format('%I.%I', n.nspname, c.relname) AS sql,
            row_security_active(c.oid) AS "hidesRows", has_table_privilege(c.oid, 'SELECT') AS readable,
            coalesce((SELECT json_agg(json_build_object(
                         'name', a.attname, 'sql', quote_ident(a.attname),
                         'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
                        FROM pg_attribute a
                       WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''),
                     '[]') AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND NOT n.nspname LIKE 'pg\\_%'
        AND n.nspname <> ALL ($1) AND n.nspname || '.' || c.relname <> $2
      ORDER BY 1, 2`,
    [foreignSchemas, ledger],
  );
  return rows;
}

export function nameOf(table: { readonly schema: string; readonly name: string }): string {
  return `${table.schema}.${table.name}`;
}

/** All sequences with the value each gives out next. */
export async function readSequences(client: pg.Client): Promise<readonly Sequence[]> {
  const { rows } = await client.query<{ schema: string; name: string; next: string }>(
    `SELECT schemaname AS schema, sequencename AS name,
            coalesce(last_value::numeric + increment_by, start_value)::text AS next
       FROM pg_sequences WHERE NOT schemaname LIKE 'pg\\_%' AND schemaname <> ALL ($1) ORDER BY 1, 2`,
    [foreignSchemas],
  );
  return rows.map((row) => ({ kind: 'sequence', ...row }));
}

/** The ledger of applied migrations. */
export async function readMigrations(client: pg.Client): Promise<Header['migrations']> {
  const { rows } = await client.query<Header['migrations'][number]>(
    'SELECT module, name, sha256 FROM platform.migration ORDER BY module, name',
  );
  return rows;
}
