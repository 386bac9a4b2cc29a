import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { call, signIn, textAt } from '../e2e/client.ts';
import { type RunningProcess, startProcess } from '../e2e/process.ts';
import { median, printTable, round } from './figures.ts';
import { type LoadResult, load } from './load.ts';

/**
 * An authenticated, validated, logged, measured and serialised read through the whole program, against bare
 * `node:http` and `pg` that send the same statement to the same database; in turn, round after round.
 *
 * Usage: node benchmarks/http-read.bench.ts [--quick] [--profile <folder>]
 */
const quick = process.argv.includes('--quick');
const profileAt = process.argv.indexOf('--profile');
const profileFolder = profileAt < 0 ? undefined : process.argv[profileAt + 1];
const rounds = quick ? 3 : 5;
const seconds = quick ? 3 : 6;
const connections = 50;
const idleSeconds = 10;

interface Read {
  readonly name: string;
  readonly path: string;
  readonly statement: string;
  readonly values: readonly string[];
}

const accountStatement = `SELECT a.id, a.email, a.email_verified_at IS NOT NULL AS email_verified, a.display_name,
  a.locale, a.time_zone, a.totp_enabled_at IS NOT NULL AS two_factor_enabled, a.password_hash IS NOT NULL AS has_password,
  ARRAY(SELECT provider FROM identity.external_account e WHERE e.user_id = a.id ORDER BY provider) AS providers,
  a.created_at FROM identity.account a WHERE a.id = $1::uuid`;

const countsStatement = `SELECT set_config('quintet.owner', $1, true), d.l0, d.l1, d.l2, d.l3, d.forgotten, d.pending
  FROM memory.space_directory d WHERE d.owner_id = $1::uuid`;

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

async function compare(
  running: RunningProcess,
  read: Read,
  token: string,
): Promise<Readonly<Record<string, string | number>>> {
  const databaseUrl = `postgres://quintet@/quintet?host=${encodeURIComponent(join(running.dataDir, 'postgres/socket'))}&port=5432`;
  const bare = await startBare(databaseUrl, read);
  const target = {
    url: `${running.url}${read.path}`,
    connections,
    headers: { authorization: `Bearer ${token}` },
  };
  const ours: LoadResult[] = [];
  const theirs: LoadResult[] = [];
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
    'quintet req/s': Math.round(median(ours.map((one) => one.requestsPerSecond))),
    'bare req/s': Math.round(median(theirs.map((one) => one.requestsPerSecond))),
    ratio: round(median(ratios)),
    'ratios of the rounds': ratios.map((ratio) => round(ratio)).join(' '),
    'p50/p99 ms': `${median(ours.map((one) => one.p50Ms))}/${median(ours.map((one) => one.p99Ms))}`,
    'bare p50/p99 ms': `${median(theirs.map((one) => one.p50Ms))}/${median(theirs.map((one) => one.p99Ms))}`,
  };
}

function residentMegabytes(pid: number): Readonly<Record<string, number>> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string): number =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1_024);
  return { resident: of('VmRSS'), anonymous: of('RssAnon'), 'mapped files': of('RssFile') };
}

async function heapMegabytes(url: string): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const of = (name: string): number =>
    Math.round(Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? 0) / 1_048_576);
  return {
    'heap used': of('nodejs_heap_size_used_bytes'),
    'heap reserved': of('nodejs_heap_size_total_bytes'),
    'outside the heap': of('nodejs_external_memory_bytes'),
  };
}

async function idleMemory(running: RunningProcess, when: string): Promise<void> {
  await sleep(idleSeconds * 1_000);
  const pid = running.child.pid ?? 0;
  const row = { ...residentMegabytes(pid), ...(await heapMegabytes(running.url)) };
  printTable(`Memory of the idle process, MB, ${when}`, [row]);
}

const directory = await mkdtemp(join(tmpdir(), 'quintet-bench-'));
const running = await startProcess({
  logFile: join(directory, 'log.json'),
  environment: { LOG_LEVEL: 'info', LOG_FORMAT: 'json', RATE_LIMIT_PER_MINUTE: '1000000000' },
  ...(profileFolder === undefined ? {} : { nodeOptions: ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] }),
});
try {
  await idleMemory(running, `${idleSeconds} s after the start`);
  const token = await signIn(running.url, 'user');
  const userId = textAt((await call(running.url, '/profile/me', { token })).json, 'id');
  const reads: Read[] = [
    { name: 'GET /profile/me', path: '/profile/me', statement: accountStatement, values: [userId] },
  ];
  if ((await call(running.url, '/memory/stats', { token })).status === 200) {
    reads.push({
      name: 'GET /memory/stats',
      path: '/memory/stats',
      statement: countsStatement,
      values: [userId],
    });
  }
  const rows: Readonly<Record<string, string | number>>[] = [];
  for (const read of reads) rows.push(await compare(running, read, token));
  printTable(`Reads over HTTP, ${connections} connections, ${rounds} rounds of ${seconds} s, medians`, rows);
  await idleMemory(running, `${idleSeconds} s after the load`);
} finally {
  await running.close();
  await rm(directory, { recursive: true, force: true });
}
