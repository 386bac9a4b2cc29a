import { ConfigError } from '#platform/server/config';
import { createProgram } from './program.ts';
import { reasonOf } from './reason.ts';

/** EX_CONFIG of sysexits.h: the environment is wrong. */
const exitConfig = 78;

// Whoever reads the output may have seen enough: `quintet bsl rules | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const program = await createProgram(process.argv.slice(2));
try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = error instanceof ConfigError ? exitConfig : 1;
}
