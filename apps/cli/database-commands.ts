import { join } from 'node:path';
import type { Command } from 'commander';
import { backUp, restore } from '#platform/server/backup';
import { withApp } from './module-commands.ts';

/** `migrate`, `backup`, `restore`, `demo seed`. */
export function addDatabaseCommands(program: Command): void {
  program
    .command('migrate')
    .description('Apply missing database migrations and exit')
    .action(() => withApp(async () => void process.stdout.write('The database schema is up to date.\n')));
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
        const { tables, rows, files } = await backUp(app, target);
        process.stdout.write(`${target}: ${tables} tables, ${rows} rows, ${files} files.\n`);
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
