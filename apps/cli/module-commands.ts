import type { Command } from 'commander';
import { type App, startApp } from '#platform/server/app';
import { processEnvironment } from '#platform/server/config';
import { modules } from '../server/modules.ts';
import { addDeclared } from './declared-command.ts';
import { version } from './version.ts';

/** The program without doors, for one command; beside a running server it uses the server's database. */
export async function withApp<Result>(work: (app: App) => Promise<Result>): Promise<Result> {
  const environment = { ...processEnvironment(), LOG_LEVEL: processEnvironment()['LOG_LEVEL'] ?? 'warn' };
  const app = await startApp({
    modules,
    environment,
    version,
    doors: 'none',
    isTerminal: process.stdout.isTTY === true,
  });
  try {
    return await work(app);
  } finally {
    await app.stop();
  }
}

/** The commands that modules declare. Their help costs no start: declarations are data. */
export async function addModuleCommands(program: Command): Promise<void> {
  for (const module of modules) {
    for (const declared of await module.commands())
      addDeclared(program, declared, (input) => withApp((app) => app.runCommand(declared.path, input)));
  }
}
