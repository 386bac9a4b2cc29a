import type { Command } from 'commander';
import type { CommandDeclaration, CommandInput } from '#platform/server/modules';

/** Finds or makes the group `a` of a command `a b`. */
function parentOf(program: Command, path: readonly string[]): Command {
  return path.reduce((parent, name) => {
    const known = parent.commands.find((command) => command.name() === name);
    return known ?? parent.command(name);
  }, program);
}

/** Adds a declared command to the program; its arguments and options reach `run` as the command line gave them. */
export function addDeclared(
  program: Command,
  declared: CommandDeclaration,
  run: (input: CommandInput) => Promise<void>,
): void {
  const path = declared.path.split(' ');
  const command = parentOf(program, path.slice(0, -1))
    .command(path.at(-1) ?? declared.path)
    .description(declared.summary);
  for (const argument of declared.args ?? []) command.argument(argument);
  for (const option of declared.options ?? [])
    command.option(option.flags, option.description, option.default);
  command.action(() =>
    run({
      args: command.args,
      options: command.opts<Record<string, string | boolean | undefined>>(),
      print: (line) => process.stdout.write(`${line}\n`),
    }),
  );
}
