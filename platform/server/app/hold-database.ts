import { join } from 'node:path';
import type { PlatformConfig } from '../config/index.ts';
import {
  type Database,
  type EmbeddedPostgres,
  findRunningPostgres,
  isConnectionFailure,
  openDatabase,
  startEmbeddedPostgres,
} from '../database/index.ts';
import type { Breakers } from '../resilience/index.ts';
import type { Log } from '../telemetry/index.ts';

/** The database this process uses, and how to let go of it. */
export interface DatabaseHold {
  readonly database: Database;
  readonly url: string;
  /** The superuser of the embedded server, on the same database; undefined with DATABASE_URL. */
  readonly adminUrl: string | undefined;
  /** Another living process holds the embedded server. */
  readonly isShared: boolean;
  close(): Promise<void>;
}

interface HoldOptions {
  readonly config: PlatformConfig;
  readonly breakers: Breakers;
  readonly log: Log;
  /** Commands may use the embedded server of a running process; a server may not. */
  readonly mayShare: boolean;
}

interface FoundServer {
  readonly url: string;
  readonly adminUrl?: string;
  readonly own?: EmbeddedPostgres;
  readonly isShared?: boolean;
}

/** The superuser's address names the maintenance database; only the application's has data. */
function onDatabaseOf(url: string, adminUrl: string): string {
  const database = /@(\/[^?]*)/.exec(url)?.[1] ?? '';
  return adminUrl.replace(/@\/[^?]*/, `@${database}`);
}

async function findServer({ config, mayShare }: HoldOptions): Promise<FoundServer> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl };
  const directory = join(config.dataDir, 'postgres');
  const running = mayShare ? await findRunningPostgres(directory) : undefined;
  if (running !== undefined) return { ...running, isShared: true };
  const own = await startEmbeddedPostgres({ directory });
  return { url: own.url, adminUrl: own.adminUrl, own };
}

/**
 * A restarting PostgreSQL is back within seconds: its breaker asks again after two seconds instead of the
 * usual sixty (ADR 0004). A refused statement is no failure of the dependency.
 */
const breakerOptions = { timeoutMs: 2_000, isFailure: isConnectionFailure };

/** Connects to the configured database, or starts the embedded one and watches over it. */
export async function holdDatabase(options: HoldOptions): Promise<DatabaseHold> {
  const { config, breakers, log } = options;
  const { url, adminUrl, own, isShared = false } = await findServer(options);
  const breaker = breakers.breaker('postgres', breakerOptions);
  const database = openDatabase({
    url,
    max: config.databasePoolMax,
    guard: (work) => breaker.execute(work),
    onError: (error) => log.warn({ error }, 'A database connection failed.'),
  });
  const stopWatching = own?.supervise(
    () => log.warn({}, 'The embedded PostgreSQL was gone and runs again.'),
    (error) => log.error({ error }, 'The embedded PostgreSQL could not be started again.'),
  );
  return {
    database,
    url,
    adminUrl: adminUrl === undefined ? undefined : onDatabaseOf(url, adminUrl),
    isShared,
    async close() {
      stopWatching?.();
      await database.close();
      await own?.stop();
    },
  };
}
