import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Environment, PlatformConfig } from '#platform/server/config';
import { modules } from '../server/modules.ts';
import { version } from './version.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/** Demo data goes only into the embedded database of a machine that nobody else can reach. */
export function isDemoMachine(config: PlatformConfig): boolean {
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(config.host);
  return loopback && config.databaseUrl === undefined && config.environment !== 'production';
}

/** What the data was made by: another version, or with another module, looks again for what is missing. */
const maker = JSON.stringify({ version, modules: modules.map(({ name }) => name) });

/**
 * Fills in demo data beside the starting server, in a process of its own: pictures, engines and readings of files need
 * hundreds of megabytes once, and the server would keep them. Once it is done, later starts do without.
 */
export async function seedDemo(environment: Environment, { dataDir }: PlatformConfig): Promise<void> {
  const stamp = join(dataDir, 'demo-data');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === maker) return;
  const child = spawn(process.execPath, [...process.execArgv, main, 'demo', 'seed'], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const end = (): void => void child.kill();
  process.once('exit', end);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  process.off('exit', end);
  if (code !== 0) throw new Error(`The demo data could not be filled in.\n${said.trim()}`);
  await writeFile(stamp, maker);
}
