import type { Command } from 'commander';
import { withApp } from './module-commands.ts';

/** `doctor` */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Look at configuration, database, migrations and every health check, and say what is wrong')
    .action(() =>
      withApp(async (app) => {
        const report = await app.health();
        for (const { name, status, latency_ms, detail } of report.components) {
          process.stdout.write(
            `${status.padEnd(10)} ${name} (${latency_ms} ms)${detail === undefined ? '' : `: ${detail}`}\n`,
          );
        }
        process.stdout.write(`${report.status} overall\n`);
        if (report.status === 'unhealthy') process.exitCode = 1;
      }),
    );
}
