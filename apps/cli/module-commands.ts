import type { Command } from 'commander';
import { type App, startApp } from '#platform/server/app';
import { processEnvironment } from '#platform/server/config';
import type { CommandDeclaration } from '#platform/server/modules';
import { modules } from '../server/modules.ts';
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

/** Finds or makes the group `a` of a command `a b`. */
function parentOf(program: Command, path: readonly string[]): Command {
  return path.reduce((parent, name) => {
    const known = parent.commands.find((command) => command.name() === name);
    return known ?? parent.command(name);
  }, program);
}

function add(program: Command, declared: CommandDeclaration): void {
  const path = declared.path.split(' ');
  const command = parentOf(program, path.slice(0, -1))
    .command(path.at(-1) ?? declared.path)
    .description(declared.summary);
  for (const argument of declared.args ?? []) command.argument(argument);
  for (const option of declared.options ?? [])
    command.option(option.flags, option.description, option.default);
  command.action(() =>
    withApp((app) =>
      app.runCommand(declared.path, {
        args: command.args,
        options: command.opts<Record<string, string | boolean | undefined>>(),
        print: (line) => process.stdout.write(`${line}\n`),
      }),
    ),
  );
}

/** The commands that modules declare. Their help costs no start: declarations are data. */
export async function addModuleCommands(program: Command): Promise<void> {
  for (const module of modules) {
    for (const declared of await module.commands()) add(program, declared);
  }
}
