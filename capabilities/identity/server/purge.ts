import { type Clock, day, hour } from '#base/time';
import { type Database, type Sql, sql } from '#platform/server/database';
import { deleteUnverified } from './accounts/account.store.ts';

/** Ended sessions stay visible to an investigation for a while. */
const keepEndedSessions = 30 * day;
const keepUnverified = 7 * day;

/** Deletes what has run out. Safe to repeat; answers how many rows went. */
export async function purge(database: Database, clock: Clock): Promise<number> {
  const now = clock();
  const before = (age: number) => new Date(now.getTime() - age);
  const statements: readonly Sql[] = [
    sql`DELETE FROM identity.session WHERE expires_at < ${before(keepEndedSessions)}
          OR revoked_at < ${before(keepEndedSessions)}`,
    sql`DELETE FROM identity.refresh_token WHERE expires_at < ${before(day)}`,
    sql`DELETE FROM identity.one_time_code WHERE expires_at < ${before(2 * day)}`,
    sql`DELETE FROM identity.login_challenge WHERE expires_at < ${now}`,
    sql`DELETE FROM identity.login_throttle WHERE last_failure_at < ${before(2 * hour)} AND blocked_until < ${now}`,
    sql`DELETE FROM identity.oauth_state WHERE expires_at < ${now}`,
    sql`DELETE FROM identity.pending_registration WHERE expires_at < ${now}`,
    sql`DELETE FROM identity.ws_ticket WHERE expires_at < ${now}`,
    sql`DELETE FROM identity.user_permission WHERE expires_at < ${before(30 * day)}`,
    sql`DELETE FROM identity.api_key WHERE expires_at < ${before(30 * day)}`,
  ];
  let deleted = await deleteUnverified(database, before(keepUnverified));
  for (const statement of statements) deleted += await database.run(statement);
  return deleted;
}
