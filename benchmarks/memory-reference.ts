import pg from 'pg';

/** The same work by plain SQL on a table of the same shape and with the same indexes: what PostgreSQL itself needs. */
export interface MemoryReference {
  /** Inserts one row and waits for it to be durable. */
  insert(content: string): Promise<void>;
  /** Inserts many rows by one statement. */
  insertMany(contents: readonly string[]): Promise<void>;
  /** Full-text search with ranking over the rows of one space, through a GIN index of these rows alone. */
  search(words: readonly string[]): Promise<number>;
  close(): Promise<void>;
}

const columns = `id, space_id, owner_id, level, kind, label, content, occurred_at, importance, content_hash, terms,
  created_at, updated_at, version`;
const values = `gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 0, 'note', 'label', one.content, now(), 0.5,
  md5(one.content), one.content, now(), now(), 1`;

export async function openReference(url: string, ownerId: string, connections = 8): Promise<MemoryReference> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  await pool.query('CREATE SCHEMA reference');
  await pool.query('CREATE TABLE reference.node (LIKE memory.node INCLUDING DEFAULTS INCLUDING INDEXES)');
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query("SELECT set_config('quintet.owner', $1, true)", [ownerId]);
  await client.query(
    `CREATE TABLE reference.text AS
     SELECT id, content, to_tsvector('simple', content) AS words FROM memory.node WHERE owner_id = $1::uuid`.replace(
      '$1',
      `'${ownerId}'`,
    ),
  );
  await client.query('CREATE INDEX ON reference.text USING gin (words)');
  await client.query('COMMIT');
  client.release();
  await pool.query('ANALYZE reference.text');
  return {
    async insert(content) {
      await pool.query({
        name: 'insert_one',
        text: `INSERT INTO reference.node (${columns}) SELECT ${values} FROM (SELECT $1::text AS content) AS one RETURNING id`,
        values: [content],
      });
    },
    async insertMany(contents) {
      await pool.query({
        name: 'insert_many',
        text: `INSERT INTO reference.node (${columns}) SELECT ${values} FROM unnest($1::text[]) AS one(content) RETURNING id`,
        values: [contents],
      });
    },
    async search(terms) {
      const found = await pool.query({
        name: 'search',
        text: `SELECT t.id, t.content, ts_rank(t.words, q.query) AS rank
                 FROM reference.text AS t, to_tsquery('simple', $1) AS q(query)
                WHERE t.words @@ q.query ORDER BY rank DESC LIMIT 10`,
        values: [terms.join(' | ')],
      });
      return found.rowCount ?? 0;
    },
    close: () => pool.end(),
  };
}
