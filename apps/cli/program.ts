import { Command } from 'commander';
import { addConfig } from './config.ts';
import { addDatabaseCommands } from './database-commands.ts';
import { addDoctor } from './doctor.ts';
import { addModuleCommands } from './module-commands.ts';
import { addOpenapi } from './openapi.ts';
import { addServing } from './serving.ts';
import { addToolCommands } from './tool-commands.ts';
import { version } from './version.ts';

/** All commands. Building them starts nothing. */
export async function createProgram(): Promise<Command> {
  const program = new Command('quintet')
    .description(
      'Quintet: agent memory, city quests, home visits, 1C assistants and a Telegram bot on one platform.',
    )
    .version(version)
    .showHelpAfterError();
  addServing(program);
  addDatabaseCommands(program);
  await addModuleCommands(program);
  addToolCommands(program);
  addOpenapi(program);
  addConfig(program);
  addDoctor(program);
  return program;
}
