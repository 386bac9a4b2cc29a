import { join } from 'node:path';
import { loadConfig, processEnvironment } from '#platform/server/config';
import { findRunningPostgres, startEmbeddedPostgres } from '#platform/server/database';
import { modules } from '../server/modules.ts';

/**
 * Finds the configured database without touching what is in it: the one of DATABASE_URL, the embedded one of a
 * running server, or the embedded one started for this work alone.
 */
export async function withDatabase<Result>(
  work: (database: { readonly url: string }) => Promise<Result>,
): Promise<Result> {
  const { databaseUrl, dataDir } = loadConfig(processEnvironment(), modules).platform;
  if (databaseUrl !== undefined) return work({ url: databaseUrl });
  const directory = join(dataDir, 'postgres');
  const running = await findRunningPostgres(directory);
  if (running !== undefined) return work(running);
  const own = await startEmbeddedPostgres({ directory });
  try {
    return await work(own);
  } finally {
    await own.stop();
  }
}
