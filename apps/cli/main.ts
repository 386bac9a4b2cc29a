import { Command } from 'commander';
import { ConfigError } from '#platform/server/config';
import { addConfig } from './config.ts';
import { addDatabaseCommands } from './database-commands.ts';
import { addDoctor } from './doctor.ts';
import { addModuleCommands } from './module-commands.ts';
import { addOpenapi } from './openapi.ts';
import { reasonOf } from './reason.ts';
import { addServing } from './serving.ts';
import { version } from './version.ts';

/** EX_CONFIG of sysexits.h: the environment is wrong. */
const exitConfig = 78;

const program = new Command('quintet')
  .description(
    'Quintet: agent memory, city quests, home visits, 1C assistants and a Telegram bot on one platform.',
  )
  .version(version)
  .showHelpAfterError();

addServing(program);
addDatabaseCommands(program);
await addModuleCommands(program);
addOpenapi(program);
addConfig(program);
addDoctor(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = error instanceof ConfigError ? exitConfig : 1;
}
