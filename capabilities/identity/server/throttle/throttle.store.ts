import { type Reader, sql } from '#platform/server/database';

export interface ThrottleRow {
  readonly failures: number;
  readonly blocked_until: Date;
}

/**
 * Counts an attempt as failed unless the key is blocked; answers the row after it, or undefined when blocked.
 * One statement, so that attempts at the same moment are counted one after another.
 */
export async function countAttempt(
  reader: Reader,
  key: string,
  free: number,
  forgetAfterSeconds: number,
  now: Date,
): Promise<ThrottleRow | undefined> {
  return reader.row<ThrottleRow>(sql`
    INSERT INTO identity.login_throttle AS t (key, failures, last_failure_at, blocked_until)
    VALUES (${key}, 1, ${now}, ${now})
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN t.last_failure_at < ${now}::timestamptz - make_interval(secs => ${forgetAfterSeconds})
        THEN 1 ELSE t.failures + 1 END,
      last_failure_at = ${now},
      blocked_until = CASE
        WHEN t.last_failure_at < ${now}::timestamptz - make_interval(secs => ${forgetAfterSeconds})
          OR t.failures + 1 < ${free}::integer THEN ${now}::timestamptz
        ELSE ${now}::timestamptz
          + make_interval(secs => least(power(2, least(t.failures + 1 - ${free}::integer, 20)), 900)) END
    WHERE t.blocked_until <= ${now}::timestamptz
    RETURNING failures, blocked_until`);
}

export async function findThrottle(reader: Reader, key: string): Promise<ThrottleRow | undefined> {
  return reader.row<ThrottleRow>(
    sql`SELECT failures, blocked_until FROM identity.login_throttle WHERE key = ${key}`,
  );
}

export async function clearThrottle(reader: Reader, key: string): Promise<void> {
  await reader.run(sql`DELETE FROM identity.login_throttle WHERE key = ${key}`);
}
