import { ConfigError } from '#platform/server/config';
import { createProgram } from './program.ts';
import { reasonOf } from './reason.ts';

/** EX_CONFIG of sysexits.h: the environment is wrong. */
const exitConfig = 78;

const program = await createProgram();
try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = error instanceof ConfigError ? exitConfig : 1;
}
