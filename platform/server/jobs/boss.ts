import pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Log } from '../telemetry/index.ts';

export const schema = 'jobs';
const connections = 3;

export interface Boss {
  readonly boss: PgBoss;
  /** The channel on which new jobs are announced; the payload is the queue's name. Known after the start. */
  channel(): string | undefined;
  close(): Promise<void>;
}

/**
 * Opens pg-boss over a small pool of its own: it sends several statements at once, which the prepared
 * statements of the common pool cannot do.
 */
export function openBoss(url: string, log: Log): Boss {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'quintet-jobs',
  });
  const lost = (error: Error) =>
    log.warn({ reason: error.message }, 'A connection of the job queue was lost.');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', () => undefined));

  let channel: string | undefined;
  const boss = new PgBoss({
    schema,
    db: {
      executeSql: (text, values) => pool.query(text, values === undefined ? undefined : [...values]),
      // pg-boss asks for the channel here; the listening itself starts with the work.
      listen: async (name) => {
        channel = name;
        return { close: async () => undefined };
      },
    },
    useListenNotify: true,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    cronMonitorIntervalSeconds: 5,
    cronWorkerIntervalSeconds: 1,
    queueCacheIntervalSeconds: 60,
  });
  boss.on('error', (error) => log.warn({ reason: error.message }, 'The job queue met an error and goes on.'));
  boss.on('warning', ({ message }) => log.warn({ reason: message }, 'The job queue warns.'));

  return {
    boss,
    channel: () => channel,
    async close() {
      await boss.stop({ graceful: false });
      await pool.end();
    },
  };
}
