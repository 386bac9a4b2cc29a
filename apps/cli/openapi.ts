import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { startApp } from '#platform/server/app';
import { processEnvironment } from '#platform/server/config';
import { modules } from '../server/modules.ts';
import { version } from './version.ts';

/** `openapi [file]` */
export function addOpenapi(program: Command): void {
  program
    .command('openapi')
    .description('Print the API description (OpenAPI 3.1), or write it to a file')
    .argument('[file]')
    .action(async (file: string | undefined) => {
      const environment = { ...processEnvironment(), ROLE: 'http', LOG_LEVEL: 'warn' };
      const app = await startApp({ modules, environment, version, listen: false });
      try {
        const text = `${JSON.stringify(app.http?.openapi(), null, 2)}\n`;
        if (file === undefined) process.stdout.write(text);
        else await writeFile(file, text);
      } finally {
        await app.stop();
      }
    });
}
