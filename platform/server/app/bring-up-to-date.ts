import { type MigrationSource, migrate, migrationStatus } from '../database/index.ts';
import { eventMigrations } from '../events/index.ts';
import { idempotencyMigrations } from '../http/index.ts';
import type { Module } from '../modules/index.ts';
import type { Log } from '../telemetry/index.ts';
import { StartRefused } from './select.rules.ts';

const platformSources: readonly MigrationSource[] = [
  { module: 'platform.http', directory: idempotencyMigrations },
  { module: 'platform.events', directory: eventMigrations },
];

/** The platform's migrations, then those of the modules in the order of `uses`. */
export function migrationSources(modules: readonly Module[]): readonly MigrationSource[] {
  const own = modules.flatMap(({ name, migrations }) =>
    migrations === undefined ? [] : [{ module: name, directory: migrations }],
  );
  return [...platformSources, ...own];
}

/** Applies what is missing, or refuses to start on an old schema. */
export async function bringUpToDate(
  url: string,
  modules: readonly Module[],
  mayMigrate: boolean,
  log: Log,
): Promise<void> {
  const sources = migrationSources(modules);
  if (mayMigrate) {
    const applied = await migrate(url, sources);
    if (applied.length > 0) log.info({ migrations: applied.length }, 'The database schema is up to date.');
    return;
  }
  const { pending } = await migrationStatus(url, sources);
  if (pending.length > 0) {
    const names = pending.map((file) => `${file.module}/${file.name}`).join(', ');
    throw new StartRefused([`The database lacks migrations: ${names}. Run \`quintet migrate\` first.`]);
  }
}
