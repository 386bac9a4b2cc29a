import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createProgram } from './program.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let directory: string;
let running: ChildProcess[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cli-'));
  running = [];
});
afterEach(async () => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL');
  const left = await postgresPid();
  if (left !== undefined) process.kill(left, 'SIGQUIT');
  await rm(directory, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
}

function run(args: readonly string[], environment: Record<string, string> = {}): Run {
  const env = {
    PATH: '/usr/bin:/bin',
    DATA_DIR: join(directory, 'data'),
    PORT: '0',
    LOG_LEVEL: 'warn',
    ...environment,
  };
  const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, out: () => out, err: () => err, ended };
}

async function postgresPid(): Promise<number | undefined> {
  const path = join(directory, 'data', 'postgres', 'cluster', 'postmaster.pid');
  const file = await readFile(path, 'utf8').catch(() => undefined);
  return file === undefined ? undefined : Number(file.split('\n')[0]);
}

async function ready(server: Run): Promise<void> {
  await expect.poll(server.out, { timeout: 60_000 }).toContain('Quintet is ready');
}

function leaves(command: Command): readonly Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
}

it('explains every command and each of its options', async () => {
  const commands = leaves(await createProgram());
  expect(commands.length).toBeGreaterThan(10);
  for (const command of commands) {
    const name = command.name();
    expect([name, command.description() === '']).toEqual([name, false]);
    expect(command.helpInformation()).toContain('--help');
    const silent = command.options.filter(({ description }) => description === '').map(({ flags }) => flags);
    expect([name, silent]).toEqual([name, []]);
  }
});

it('fails with a code and a reason on stderr', async () => {
  const wrong = run(['serve'], { PORT: '99999', NODE_ENV: 'production', ROLE: 'queen' });
  expect(await wrong.ended).toBe(78);
  expect(wrong.out()).toBe('');
  for (const variable of ['PORT', 'ROLE', 'SECRET_KEY', 'PUBLIC_URL'])
    expect(wrong.err()).toContain(variable);

  const unknown = run(['fly']);
  expect(await unknown.ended).toBe(1);
  expect(unknown.err()).toContain('unknown command');

  const unconfirmed = run(['restore', 'x']);
  expect(await unconfirmed.ended).toBe(1);
  expect(unconfirmed.err()).toContain('--yes');

  const away = run(['backup'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  expect(await away.ended).toBe(1);
  expect(away.err()).toContain('ECONNREFUSED');
}, 120_000);

it('doctor says what is wrong', async () => {
  await writeFile(join(directory, 'file'), '');
  const blocked = run(['doctor'], { DATA_DIR: join(directory, 'file', 'data') });
  expect(await blocked.ended).toBe(1);
  expect(blocked.out()).toMatch(/unhealthy +data directory .*writable/);

  const away = run(['doctor'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  expect(await away.ended).toBe(1);
  expect(away.out()).toMatch(/unhealthy +start: .*ECONNREFUSED/);
}, 120_000);

it('holds its database alone, survives kill -9, restores only when stopped, and stops whole on SIGTERM', async () => {
  const first = run(['start']);
  await ready(first);
  const second = run(['serve']);
  expect(await second.ended).toBe(1);
  expect(second.err()).toContain('in use by process');

  const archive = join(directory, 'all.gz');
  const backup = run(['backup', archive]);
  expect([await backup.ended, backup.err()]).toEqual([0, '']);
  const refused = run(['restore', archive, '--yes']);
  expect(await refused.ended).toBe(1);
  expect(refused.err()).toContain('Stop it');

  first.child.kill('SIGKILL');
  await first.ended;
  const next = run(['start']);
  await ready(next);
  const url = /Quintet is ready: (\S+)/.exec(next.out())?.[1];
  const login = await fetch(`${url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@demo.quintet.local', password: 'quintet-demo' }),
  });
  expect(login.status).toBe(200);

  expect(await postgresPid()).toBeGreaterThan(0);
  next.child.kill('SIGTERM');
  expect(await next.ended).toBe(0);
  // PostgreSQL removes this file at the end of a clean shutdown.
  expect(await postgresPid()).toBeUndefined();

  const restored = run(['restore', archive, '--yes']);
  expect([await restored.ended, restored.err()]).toEqual([0, '']);
  expect(restored.out()).toContain('Restored');
}, 240_000);
