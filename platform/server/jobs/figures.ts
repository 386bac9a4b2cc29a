import { type Reader, sql } from '../database/index.ts';

export interface QueueFigures {
  readonly queue: string;
  /** Not started, those due later included. */
  readonly waiting: number;
  /** Not started although their time has come. */
  readonly due: number;
  readonly active: number;
  /** Failed for good within the last week. */
  readonly failed: number;
  /** For how many seconds the longest-waiting due job waits. */
  readonly oldestDueSeconds: number;
}

/** Counts the jobs of every queue that has any. */
export function readFigures(reader: Reader): Promise<QueueFigures[]> {
  return reader.rows<QueueFigures>(sql`
    SELECT name AS queue,
           count(*) FILTER (WHERE state IN ('created', 'retry')) AS waiting,
           count(*) FILTER (WHERE state IN ('created', 'retry') AND start_after <= now()) AS due,
           count(*) FILTER (WHERE state = 'active') AS active,
           count(*) FILTER (WHERE state = 'failed') AS failed,
           coalesce(extract(epoch FROM now() - min(start_after) FILTER (
             WHERE state IN ('created', 'retry') AND start_after <= now())), 0)::float8 AS "oldestDueSeconds"
      FROM jobs.job
     WHERE name NOT LIKE '\\_\\_pgboss\\_\\_%'
     GROUP BY name`);
}

/** Which of the queues have something to do now. */
export async function readDueQueues(reader: Reader, queues: readonly string[]): Promise<string[]> {
  const rows = await reader.rows<{ name: string }>(sql`
    SELECT q.name FROM unnest(${queues}::text[]) AS q (name)
     WHERE EXISTS (SELECT 1 FROM jobs.job j
                    WHERE j.name = q.name AND j.state < 'active' AND NOT j.blocked AND j.start_after <= now())`);
  return rows.map(({ name }) => name);
}

/** How many jobs of the queues run or could run now. */
export async function countBusy(reader: Reader, queues: readonly string[]): Promise<number> {
  const row = await reader.row<{ busy: number }>(sql`
    SELECT count(*) AS busy FROM jobs.job
     WHERE name = ANY(${queues}::text[])
       AND (state = 'active' OR (state < 'active' AND start_after <= now()))`);
  return row?.busy ?? 0;
}

/** Puts back jobs a stopping process could not finish; the attempt does not count. */
export function releaseJobs(reader: Reader, queue: string, ids: readonly string[]): Promise<number> {
  return reader.run(sql`
    UPDATE jobs.job SET state = 'created', started_on = NULL, heartbeat_on = NULL
     WHERE name = ${queue} AND id = ANY(${ids}::uuid[]) AND state = 'active'`);
}
