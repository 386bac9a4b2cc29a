import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../apps/cli/main.ts', import.meta.url));

/** A Quintet in a process of its own, as a person starts it. */
export interface RunningProcess {
  readonly url: string;
  readonly dataDir: string;
  readonly child: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Sends a signal and waits for the end; answers the exit code, null after a kill. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('No port.')),
      );
    });
  });
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The process ended with ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    // Requests are taken a moment before the demo data is complete.
    if (answer?.ok === true && output().includes('Quintet is ready')) return;
    await sleep(100);
  }
  throw new Error(`The process did not become ready:\n${output()}`);
}

/** Starts the program and waits until it takes requests. */
export async function startProcess(
  options: {
    readonly command?: string;
    readonly dataDir?: string;
    readonly environment?: Readonly<Record<string, string>>;
    /** Everything printed goes straight into this file, at no cost to this process. */
    readonly logFile?: string;
    /** Options of Node.js itself, for example `--cpu-prof`. */
    readonly nodeOptions?: readonly string[];
  } = {},
): Promise<RunningProcess> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'quintet-e2e-')));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = options.logFile === undefined ? undefined : openSync(options.logFile, 'a');
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), main, options.command ?? 'start'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...options.environment },
    stdio: ['ignore', log ?? 'pipe', log ?? 'pipe'],
  });
  if (log !== undefined) closeSync(log);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const end = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended;
  };
  const output = (): string =>
    options.logFile === undefined ? printed : readFileSync(options.logFile, 'utf8');
  await untilReady(url, child, output);
  return {
    url,
    dataDir,
    child,
    output,
    end,
    async close() {
      await end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
