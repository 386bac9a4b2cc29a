import pg from 'pg';
import {
  againstBare,
  connections,
  type Read,
  type Row,
  rounds,
  seconds,
  withProgram,
} from './against-bare.ts';
import { printTable } from './figures.ts';

/**
 * The catalogue of quests as visitors read it, through the whole program, against bare `node:http` and `pg` that send
 * what the program asks of the database (in one statement) to the same database; in turn, round after round. Once
 * with every page and count asked of the database, once as configured by default.
 *
 * Usage: node benchmarks/quests.bench.ts [--quick] [--profile <folder>]
 */
const questCount = 300;

/** Quests that differ in everything lists filter and order by; descriptions of some two thousand characters. */
const seed = `
  WITH made AS (
    SELECT gen_random_uuid() AS id, n, (SELECT id FROM identity.account ORDER BY id LIMIT 1) AS author_id,
      jsonb_build_object(
        'title', 'Quest number ' || n, 'summary', 'What happened in yard ' || n,
        'description', repeat('A walk along the canals with stories. ', 50),
        'city', (ARRAY['saint-petersburg', 'moscow', 'kazan'])[1 + n % 3],
        'category', (ARRAY['history', 'detective', 'art', 'nature'])[1 + n % 4],
        'difficulty', 1 + n % 5, 'price', jsonb_build_object('amount', (n % 7) * 10000, 'currency', 'RUB'),
        'duration_minutes', 30 + n % 90, 'languages', '["ru", "en"]'::jsonb, 'vehicle', 'walk', 'place', 'city-centre',
        'activities', '["riddles", "observation"]'::jsonb, 'tools', '["smartphone"]'::jsonb, 'cover_file_id', null,
        'accessibility', '', 'opening_hours', '', 'age_from', null, 'order_mode', 'linear') AS content
    FROM generate_series(1, ${questCount}) AS n),
  quest AS (
    INSERT INTO quests.quest (id, author_id, state, content, published_version, published_revision, created_at, updated_at)
    SELECT id, author_id, 'published', content, 1, 0, now(), now() FROM made)
  INSERT INTO quests.listing (quest_id, author_id, version, content, point_count, length_metres, start_lat, start_lng,
    stars, ratings, popularity, published_at, updated_at)
  SELECT id, author_id, 1, content, 8, 2500, 59.9 + n * 0.0001, 30.3, 4 * (n % 20), n % 20, n % 100,
    now() - n * interval '1 hour', now()
  FROM made`;

const card = `l.quest_id AS id, l.author_id, l.content, l.version, l.length_metres, l.point_count, l.start_lat,
  l.start_lng, l.stars, l.ratings, l.finished, l.published_at, l.updated_at`;

const listStatement = `SELECT
  (SELECT json_agg(p) FROM (
    SELECT ${card.replace('l.content', "l.content - 'description' AS content")} FROM quests.listing l WHERE l.listed
    ORDER BY l.popularity DESC, l.quest_id DESC LIMIT 21) p) AS items,
  (SELECT json_agg(c) FROM (
    SELECT f.facet, f.value, count(*)::integer AS count
    FROM quests.listing l
    CROSS JOIN LATERAL (
      VALUES ('', ''), ('city', l.city), ('category', l.category), ('vehicle', l.vehicle), ('place', l.place),
        ('difficulty', l.difficulty::text)
      UNION ALL SELECT 'activity', jsonb_array_elements_text(l.activities)
      UNION ALL SELECT 'tool', jsonb_array_elements_text(l.tools)
      UNION ALL SELECT 'language', jsonb_array_elements_text(l.languages)
    ) f (facet, value)
    WHERE l.listed AND f.value IS NOT NULL
    GROUP BY f.facet, f.value ORDER BY count DESC, f.value) c) AS facets`;

const pageStatement = `SELECT ${card}, a.display_name FROM quests.listing l
  JOIN identity.account a ON a.id = l.author_id WHERE l.quest_id = $1::uuid`;

function measure(pages: string, environment: Readonly<Record<string, string>>): Promise<readonly Row[]> {
  return withProgram(environment, async (running, databaseUrl) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(seed);
    await client.query('ANALYZE');
    const { rows } = await client.query<{ quest_id: string }>('SELECT quest_id FROM quests.listing LIMIT 1');
    await client.end();
    const id = rows[0]?.quest_id ?? '';
    const reads: readonly Read[] = [
      { name: 'GET /v2/quests', path: '/v2/quests', statement: listStatement, values: [] },
      { name: 'GET /v2/quests/:id', path: `/v2/quests/${id}`, statement: pageStatement, values: [id] },
    ];
    const measured: Row[] = [];
    for (const read of reads) measured.push({ pages, ...(await againstBare(running, databaseUrl, read)) });
    return measured;
  });
}

const table = [
  ...(await measure('from the database', { QUESTS_PAGE_CACHE_SECONDS: '0' })),
  ...(await measure('cached', {})),
];
printTable(`Quests over HTTP, ${connections} connections, ${rounds} rounds of ${seconds} s, medians`, table);
