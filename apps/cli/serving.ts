import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { startApp } from '#platform/server/app';
import { type Environment, processEnvironment } from '#platform/server/config';
import { modules } from '../server/modules.ts';
import { isDemoMachine, seedDemo } from './demo.ts';
import { stopOnSignals } from './signals.ts';
import { version } from './version.ts';
import { welcome } from './welcome.ts';

const webDirectory = fileURLToPath(new URL('../../dist/web/', import.meta.url));

async function run(environment: Environment, options: { migrate: boolean; demo: boolean }): Promise<void> {
  const app = await startApp({
    modules,
    environment,
    version,
    migrate: options.migrate,
    isTerminal: process.stdout.isTTY === true,
    beforeDoors: async (config) => {
      if (options.demo && isDemoMachine(config)) await seedDemo(environment, config);
    },
    ...(existsSync(webDirectory) ? { webDirectory } : {}),
  });
  stopOnSignals(app);
  process.stdout.write(`${welcome(app, options.demo && isDemoMachine(app.config))}\n`);
}

/** `start`, `serve` and `worker`. */
export function addServing(program: Command): void {
  program
    .command('start')
    .description('Everything on this machine: database, migrations, demo data, API, web and worker')
    .action(() => run(processEnvironment(), { migrate: true, demo: true }));
  program
    .command('serve')
    .description('The doors that ROLE names, for servers; no demo data')
    .option('--no-migrate', 'refuse to start when migrations are missing instead of applying them')
    .action(({ migrate }: { migrate: boolean }) => run(processEnvironment(), { migrate, demo: false }));
  program
    .command('worker')
    .description('Jobs and listeners only, the same as ROLE=worker serve')
    .option('--no-migrate', 'refuse to start when migrations are missing instead of applying them')
    .action(({ migrate }: { migrate: boolean }) =>
      run({ ...processEnvironment(), ROLE: 'worker' }, { migrate, demo: false }),
    );
}
