import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { loadConfig, processEnvironment } from '#platform/server/config';
import { modules } from '../server/modules.ts';
import { withApp } from './module-commands.ts';
import { reasonOf } from './reason.ts';

interface Finding {
  readonly status: string;
  readonly name: string;
  readonly detail: string | undefined;
}

async function lookAtDirectory(directory: string): Promise<Finding> {
  const name = `data directory ${directory}`;
  const probe = join(directory, `.doctor-${randomUUID()}`);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await writeFile(probe, '');
    await rm(probe);
    return { status: 'healthy', name, detail: undefined };
  } catch (error) {
    return { status: 'unhealthy', name, detail: `${reasonOf(error)}. Set DATA_DIR to a writable directory.` };
  }
}

/** A taken port is no fault by itself: mostly it is Quintet that runs already. */
function lookAtPort(host: string, port: number): Promise<Finding> {
  const name = `port ${port}`;
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) =>
      resolve({
        status: 'degraded',
        name,
        detail: `${reasonOf(error)}. Fine when Quintet runs there; otherwise set another PORT or HOST.`,
      }),
    );
    server.listen(port, host, () =>
      server.close(() => resolve({ status: 'healthy', name, detail: undefined })),
    );
  });
}

async function lookAtApp(): Promise<readonly Finding[]> {
  try {
    const { components } = await withApp((app) => app.health());
    return components.map(({ name, status, latency_ms, detail }) => ({
      status,
      name: `${name} (${latency_ms} ms)`,
      detail,
    }));
  } catch (error) {
    return [{ status: 'unhealthy', name: 'start', detail: reasonOf(error).replaceAll('\n', ' ') }];
  }
}

function print({ status, name, detail }: Finding): void {
  process.stdout.write(`${status.padEnd(10)} ${name}${detail === undefined ? '' : `: ${detail}`}\n`);
}

async function look(): Promise<readonly Finding[]> {
  // Before the configuration, which keeps the development secret in this directory.
  const directory = await lookAtDirectory(resolve(processEnvironment()['DATA_DIR'] || './data'));
  if (directory.status === 'unhealthy') return [directory];
  const { host, port } = loadConfig(processEnvironment(), modules).platform;
  return [directory, await lookAtPort(host, port), ...(await lookAtApp())];
}

async function examine(): Promise<void> {
  const findings = await look();
  findings.forEach(print);
  const worst = ['unhealthy', 'degraded'].find((status) => findings.some((one) => one.status === status));
  process.stdout.write(`${worst ?? 'healthy'} overall\n`);
  if (worst === 'unhealthy') throw new Error('Something is wrong: see above.');
}

/** `doctor` */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Look at configuration, data directory, port, database, migrations and every health check')
    .action(examine);
}
