import type pg from 'pg';
import { damaged, type Row } from './archive.ts';
import { nameOf, type Table } from './catalogue.ts';
import { BackupRefused } from './refused.ts';

/** Puts the rows of one table after another into the database, in batches. */
export interface TableLoader {
  open(start: { readonly schema: string; readonly name: string; readonly columns: readonly string[] }): void;
  add(row: Row): Promise<void>;
  /** Compares what the table holds now with what it should. */
  close(expected: number): Promise<number>;
}

const rowsPerBatch = 500;
const charactersPerBatch = 1_000_000;

function insertText(table: Table, columns: Table['columns']): string {
  const names = columns.map((column) => column.sql).join(', ');
  const arrays = columns.map((_, index) => `$${index + 1}::text[]`).join(', ');
  const aliases = columns.map((_, index) => `c${index}`).join(', ');
  const values = columns.map((column, index) => `c${index}::${column.type}`).join(', ');
  return `INSERT INTO ${table.sql} (${names}) OVERRIDING SYSTEM VALUE
          SELECT ${values} FROM unnest(${arrays}) AS row_of (${aliases})`;
}

function sizeOf(row: Row): number {
  return row.reduce((sum, value) => sum + (value?.length ?? 0), 0);
}

export function createTableLoader(client: pg.Client, tables: ReadonlyMap<string, Table>): TableLoader {
  let table: Table | undefined;
  let width = 0;
  let text = '';
  let batch: Row[] = [];
  let characters = 0;

  async function flush(): Promise<void> {
    if (batch.length === 0) return;
    const arrays = Array.from({ length: width }, (_, index) => batch.map((row) => row[index] ?? null));
    await client.query(text, arrays);
    batch = [];
    characters = 0;
  }

  return {
    open(start) {
      const found = tables.get(nameOf(start));
      const columns = start.columns.map((name) => found?.columns.find((column) => column.name === name));
      const known = columns.filter((column) => column !== undefined);
      if (found === undefined || known.length !== columns.length) {
        throw new BackupRefused(`This database has no table like ${nameOf(start)} of the archive.`);
      }
      if (table !== undefined) throw damaged('a table has no end');
      table = found;
      width = known.length;
      text = insertText(found, known);
    },
    async add(row) {
      if (table === undefined || row.length !== width) throw damaged('a row does not fit its table');
      batch.push(row);
      characters += sizeOf(row);
      if (batch.length >= rowsPerBatch || characters >= charactersPerBatch) await flush();
    },
    async close(expected) {
      if (table === undefined) throw damaged('a table ends before it begins');
      await flush();
      const { rows } = await client.query<{ count: string }>(`SELECT count(*)::text FROM ONLY ${table.sql}`);
      if (rows[0]?.count !== String(expected)) {
        throw damaged(`${nameOf(table)} should have ${expected} rows`);
      }
      table = undefined;
      return expected;
    },
  };
}
