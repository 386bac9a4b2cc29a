import { Command } from 'commander';
import { addConfig } from './config.ts';
import { addDatabaseCommands } from './database-commands.ts';
import { addDoctor } from './doctor.ts';
import { addOpenapi } from './openapi.ts';
import { addServing } from './serving.ts';
import { version } from './version.ts';

/**
 * The commands that may be meant by these words of a command line, all without any. Building them starts nothing;
 * servers do without the commands of modules and tools, so that their libraries stay out of their memory.
 */
export async function createProgram(words: readonly string[] = []): Promise<Command> {
  const program = new Command('quintet')
    .description(
      'Quintet: agent memory, city quests, home visits, 1C assistants and a Telegram bot on one platform.',
    )
    .version(version)
    .showHelpAfterError();
  addServing(program);
  addDatabaseCommands(program);
  const own = program.commands.map((command) => command.name());
  if (own.includes(words[0] ?? '')) return program;
  const [{ addModuleCommands }, { addToolCommands }] = await Promise.all([
    import('./module-commands.ts'),
    import('./tool-commands.ts'),
  ]);
  await addModuleCommands(program);
  addToolCommands(program);
  addOpenapi(program);
  addConfig(program);
  addDoctor(program);
  return program;
}
