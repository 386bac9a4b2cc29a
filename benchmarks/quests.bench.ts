import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type RunningProcess, startProcess } from '../e2e/process.ts';
import { median, printTable, round } from './figures.ts';
import { type LoadResult, load } from './load.ts';

/**
 * The catalogue of quests as visitors read it, through the whole program, against bare `node:http` and `pg` that send
 * what the program asks of the database (in one statement) to the same database; in turn, round after round. Once
 * with every page and count asked of the database, once as configured by default.
 *
 * Usage: node benchmarks/quests.bench.ts [--quick] [--profile <folder>]
 */
const quick = process.argv.includes('--quick');
const profileAt = process.argv.indexOf('--profile');
const profileFolder = profileAt < 0 ? undefined : process.argv[profileAt + 1];
const rounds = quick ? 3 : 5;
const seconds = quick ? 3 : 6;
const connections = 50;
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

interface Read {
  readonly name: string;
  readonly path: string;
  readonly statement: string;
  readonly values: readonly string[];
}

async function startBare(databaseUrl: string, read: Read): Promise<{ url: string; end: () => void }> {
  const main = new URL('./bare-server.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, databaseUrl, read.statement, JSON.stringify(read.values)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', () => reject(new Error('The reference did not start.')));
  });
  return { url: `http://127.0.0.1:${port}/`, end: () => child.kill() };
}

type Row = Readonly<Record<string, string | number>>;

async function compare(
  running: RunningProcess,
  databaseUrl: string,
  read: Read,
  caches: string,
): Promise<Row> {
  const bare = await startBare(databaseUrl, read);
  const target = { url: `${running.url}${read.path}`, connections };
  const [ours, theirs]: [LoadResult[], LoadResult[]] = [[], []];
  try {
    // The first seconds compile code and fill caches on both sides; they do not count.
    await load({ ...target, seconds: 4 });
    await load({ url: bare.url, connections, seconds: 2 });
    for (let round = 0; round < rounds; round += 1) {
      theirs.push(await load({ url: bare.url, connections, seconds }));
      ours.push(await load({ ...target, seconds }));
    }
  } finally {
    bare.end();
  }
  const ratios = ours.map((one, at) => one.requestsPerSecond / (theirs[at]?.requestsPerSecond ?? 1));
  return {
    read: read.name,
    pages: caches,
    'quintet req/s': Math.round(median(ours.map((one) => one.requestsPerSecond))),
    'bare req/s': Math.round(median(theirs.map((one) => one.requestsPerSecond))),
    ratio: round(median(ratios)),
    'ratios of the rounds': ratios.map((ratio) => round(ratio)).join(' '),
    'p50/p99 ms': `${median(ours.map((one) => one.p50Ms))}/${median(ours.map((one) => one.p99Ms))}`,
    'bare p50/p99 ms': `${median(theirs.map((one) => one.p50Ms))}/${median(theirs.map((one) => one.p99Ms))}`,
  };
}

async function measure(
  caches: string,
  environment: Readonly<Record<string, string>>,
): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'quintet-bench-'));
  const running = await startProcess({
    logFile: join(directory, 'log.json'),
    environment: {
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'json',
      RATE_LIMIT_PER_MINUTE: '1000000000',
      ...environment,
    },
    ...(profileFolder === undefined
      ? {}
      : { nodeOptions: ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] }),
  });
  const databaseUrl = `postgres://quintet@/quintet?host=${encodeURIComponent(join(running.dataDir, 'postgres/socket'))}&port=5432`;
  try {
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
    for (const read of reads) measured.push(await compare(running, databaseUrl, read, caches));
    return measured;
  } finally {
    await running.close();
    await rm(directory, { recursive: true, force: true });
  }
}

const table = [
  ...(await measure('from the database', { QUESTS_PAGE_CACHE_SECONDS: '0' })),
  ...(await measure('cached', {})),
];
printTable(`Quests over HTTP, ${connections} connections, ${rounds} rounds of ${seconds} s, medians`, table);
