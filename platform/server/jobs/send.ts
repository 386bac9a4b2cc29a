import type { PgBoss } from 'pg-boss';
import { sql, type Tx } from '../database/index.ts';
import type { Definitions } from './definitions.ts';
import type { Jobs, SendOptions } from './types.ts';

/** Two transactions that add the same singleton take turns: the second one sees what the first committed. */
async function waitsAlready(tx: Tx, queue: string, key: string): Promise<boolean> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`jobs:${queue}:${key}`}, 0))`);
  const waiting = await tx.row(
    sql`SELECT 1 FROM jobs.job WHERE name = ${queue} AND singleton_key = ${key} AND state IN ('created', 'retry')`,
  );
  return waiting !== undefined;
}

/** Sends to a queue by its name, which another process may have defined. The data was checked by the caller. */
export type Forward = (tx: Tx, queue: string, data: object, options?: SendOptions) => Promise<string | null>;

export function createForward(boss: PgBoss): Forward {
  return async (tx, queue, data, { singletonKey, startAfterSeconds, id } = {}) => {
    if (singletonKey !== undefined && (await waitsAlready(tx, queue, singletonKey))) return null;
    return boss.send(queue, data, {
      db: { executeSql: async (text, values = []) => ({ rows: await tx.rows({ text, values }) }) },
      ...(singletonKey === undefined ? {} : { singletonKey }),
      ...(startAfterSeconds === undefined ? {} : { startAfter: startAfterSeconds }),
      ...(id === undefined ? {} : { id }),
    });
  };
}

export function createJobs(forward: Forward, definitions: Definitions): Jobs {
  return {
    async send(tx, job, data, options) {
      definitions.check(job, data);
      if (typeof data !== 'object' || data === null) {
        throw new Error(`The data of job ${job.name} must be an object.`);
      }
      return forward(tx, job.name, data, options);
    },
  };
}
