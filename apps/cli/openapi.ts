import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { startApp } from '#platform/server/app';
import { type Environment, processEnvironment } from '#platform/server/config';
import { modules } from '../server/modules.ts';
import { version } from './version.ts';

/** The API description of all modules, as it is committed. */
async function openapiDocument(environment: Environment): Promise<string> {
  const app = await startApp({
    modules,
    environment: { ...environment, MODULES: 'all', ROLE: 'http', LOG_LEVEL: 'warn' },
    version,
    listen: false,
  });
  try {
    return `${JSON.stringify(app.http?.openapi(), null, 2)}\n`;
  } finally {
    await app.stop();
  }
}

/** `openapi [file]` */
export function addOpenapi(program: Command): void {
  program
    .command('openapi')
    .description('Print the API description (OpenAPI 3.1), or write it to a file')
    .argument('[file]')
    .action(async (file: string | undefined) => {
      const text = await openapiDocument(processEnvironment());
      if (file === undefined) process.stdout.write(text);
      else await writeFile(file, text);
    });
}
