import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningProcess, startProcess } from '../e2e/process.ts';
import { median, round } from './figures.ts';
import { type LoadResult, load } from './load.ts';

/** One read of the program, and the statement it sends to the database. */
export interface Read {
  readonly name: string;
  readonly path: string;
  readonly statement: string;
  readonly values: readonly string[];
}

export type Row = Readonly<Record<string, string | number>>;

const quick = process.argv.includes('--quick');
const profileAt = process.argv.indexOf('--profile');
const profileFolder = profileAt < 0 ? undefined : process.argv[profileAt + 1];
export const rounds = quick ? 3 : 5;
export const seconds = quick ? 3 : 6;
export const connections = 50;

/** Starts the whole program with its logs in a file, for the work; ends and removes it afterwards. */
export async function withProgram<Result>(
  environment: Readonly<Record<string, string>>,
  work: (running: RunningProcess, databaseUrl: string) => Promise<Result>,
): Promise<Result> {
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
  const socket = encodeURIComponent(join(running.dataDir, 'postgres/socket'));
  try {
    return await work(running, `postgres://quintet@/quintet?host=${socket}&port=5432`);
  } finally {
    await running.close();
    await rm(directory, { recursive: true, force: true });
  }
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

/** Measures a read of the program and bare `node:http` with `pg` in turn, round after round; medians. */
export async function againstBare(
  running: RunningProcess,
  databaseUrl: string,
  read: Read,
  headers: Readonly<Record<string, string>> = {},
): Promise<Row> {
  const bare = await startBare(databaseUrl, read);
  const target = { url: `${running.url}${read.path}`, connections, headers };
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
    'quintet req/s': Math.round(median(ours.map((one) => one.requestsPerSecond))),
    'bare req/s': Math.round(median(theirs.map((one) => one.requestsPerSecond))),
    ratio: round(median(ratios)),
    'ratios of the rounds': ratios.map((ratio) => round(ratio)).join(' '),
    'p50/p99 ms': `${median(ours.map((one) => one.p50Ms))}/${median(ours.map((one) => one.p99Ms))}`,
    'bare p50/p99 ms': `${median(theirs.map((one) => one.p50Ms))}/${median(theirs.map((one) => one.p99Ms))}`,
  };
}
