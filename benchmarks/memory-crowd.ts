import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { words } from './words.ts';

/**
 * Fills the memory of many other people by SQL, as the application's role: through row-level security, triggers and
 * every index, so that the rows are what remembering would have made. Stops early when it takes longer than allowed;
 * answers how many owners there are.
 */
export async function loadCrowd(
  url: string,
  owners: number,
  nodesEach: number,
  seconds: number,
): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const deadline = performance.now() + seconds * 1_000;
  try {
    let owner = 0;
    for (; owner < owners && performance.now() < deadline; owner += 1) {
      const ownerId = randomUUID();
      const spaceId = randomUUID();
      await client.query('BEGIN');
      await client.query("SELECT set_config('quintet.owner', $1, true)", [ownerId]);
      await client.query(
        "INSERT INTO memory.space (id, owner_id, agent_id, version) VALUES ($1, $2, 'default', 1)",
        [spaceId, ownerId],
      );
      await client.query(
        "INSERT INTO memory.space_directory (space_id, owner_id, agent_id) VALUES ($1, $2, 'default')",
        [spaceId, ownerId],
      );
      await client.query(
        `INSERT INTO memory.node (id, space_id, owner_id, level, kind, label, content, occurred_at, importance,
           content_hash, terms, consolidated_at, created_at, updated_at, version)
         SELECT uuidv7(), $1, $2, 0, 'note', left(text, 60), text, now() - number * interval '1 minute', 0.5,
           md5(text), text, now(), now(), now(), 1
         FROM (
           SELECT number, string_agg(($3::text[])[1 + floor(random() * cardinality($3::text[]))::int], ' ') AS text
           FROM generate_series(1, $4::int) AS number, generate_series(1, 12 + 0 * number)
           GROUP BY number) AS sentences`,
        [spaceId, ownerId, words, nodesEach],
      );
      await client.query('COMMIT');
    }
    await client.query('ANALYZE memory.node');
    return owner;
  } finally {
    await client.end();
  }
}
