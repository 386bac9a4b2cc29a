import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { loadConfig, PlatformEnvironment, processEnvironment } from '#platform/server/config';
import { modules } from '../server/modules.ts';
import { configPage } from './config-table.ts';

/** The page `docs/config.md`. */
export function configDocument(): string {
  const own = modules.flatMap(({ name, config }) =>
    config === undefined ? [] : [{ title: name, schema: config }],
  );
  return configPage([{ title: 'platform', schema: PlatformEnvironment }, ...own]);
}

/** `config` */
export function addConfig(program: Command): void {
  program
    .command('config')
    .description('Check the environment, or describe every variable as a Markdown page')
    .option('--markdown', 'describe every variable instead of checking')
    .argument('[file]', 'where the page goes; default: standard output')
    .action(async (file: string | undefined, { markdown }: { markdown?: boolean }) => {
      if (markdown !== true) {
        loadConfig(processEnvironment(), modules);
        process.stdout.write('The environment is valid.\n');
      } else if (file === undefined) process.stdout.write(configDocument());
      else await writeFile(file, configDocument());
    });
}
