import { join } from 'node:path';
import type { Command } from 'commander';
import { migrationSources } from '#platform/server/app';
import { backUp, restore } from '#platform/server/backup';
import { migrationStatus } from '#platform/server/database';
import { modules } from '../server/modules.ts';
import { withDatabase } from './bare-database.ts';
import { withApp } from './module-commands.ts';

/** Rows that mean nothing later: answers kept for a day, tickets and challenges of a minute. */
const throwAway = [
  'platform.idempotency',
  'identity.ws_ticket',
  'identity.oauth_state',
  'identity.login_challenge',
];

async function migrateNow(): Promise<void> {
  await withApp(async () => void process.stdout.write('The database schema is up to date.\n'));
}

async function showMigrations(): Promise<void> {
  const { applied, pending } = await withDatabase(({ url }) =>
    migrationStatus(url, migrationSources(modules)),
  );
  const list = (label: string, files: typeof applied) =>
    files.map(({ module, name }) => `${label.padEnd(8)} ${module}/${name}\n`).join('');
  process.stdout.write(list('applied', applied) + list('missing', pending));
  if (pending.length > 0) {
    process.stderr.write(`${pending.length} migration(s) missing. Run \`quintet migrate\`.\n`);
    process.exitCode = 1;
  }
}

/** `migrate`, `backup`, `restore`, `demo seed`. */
export function addDatabaseCommands(program: Command): void {
  program
    .command('migrate')
    .description('Apply missing database migrations and exit')
    .option('--status', 'only say what is missing; exits with 1 when something is')
    .action(({ status }: { status?: boolean }) => (status === true ? showMigrations() : migrateNow()));
  program
    .command('demo')
    .description('Demo data for development')
    .command('seed')
    .description('Fill in demo accounts and data; a repeat adds nothing')
    .action(() => withApp((app) => app.demo()));
  program
    .command('backup')
    .description('Write all data of the database and the stored files into one archive')
    .argument('[file]', 'where to; default: DATA_DIR/backups/<time>.quintet.gz')
    .action((file: string | undefined) =>
      withApp(async (app) => {
        const name = `${new Date().toISOString().replaceAll(':', '-')}.quintet.gz`;
        const target = file ?? join(app.config.dataDir, 'backups', name);
        const { tables, rows, files } = await backUp(app, target, { throwAway });
        process.stdout.write(
          `${target}: ${tables} tables, ${rows} rows, ${files} files.\n` +
            'Keep it together with SECRET_KEY: the keys inside are encrypted with it.\n',
        );
      }),
    );
  program
    .command('restore')
    .description('Replace all data by what an archive holds; refused while a server runs')
    .argument('<file>')
    .requiredOption('--yes', 'confirm that present data is lost')
    .action((file: string) =>
      withApp(async (app) => {
        const { tables, rows, files } = await restore(app, file);
        process.stdout.write(`Restored ${tables} tables, ${rows} rows, ${files} files.\n`);
      }),
    );
}
