import { sql, type Tx } from '#platform/server/database';

/** Whether this transaction may roll up now; another one that does keeps it out. */
export async function takeTurn(tx: Tx): Promise<boolean> {
  const row = await tx.row<{ mine: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(hashtextextended('analytics.roll_up', 0)) AS mine`,
  );
  return row?.mine === true;
}

/** Answers how many events of the day will be counted again. */
export function reopenDay(tx: Tx, day: string): Promise<number> {
  return tx.run(
    sql`UPDATE analytics.raw_event SET rolled = false WHERE happened_on = ${day}::date AND rolled`,
  );
}

/** Ends a roll-up: the snapshot's waiting events are counted. */
export function markRolled(tx: Tx): Promise<number> {
  return tx.run(sql`UPDATE analytics.raw_event SET rolled = true WHERE NOT rolled`);
}

/** Forgets single events of days before this one, and people of whom nothing else is left. Answers how many events. */
export async function forgetBefore(tx: Tx, day: string): Promise<number> {
  await tx.run(sql`UPDATE analytics.seal SET open_from = greatest(open_from, ${day}::date)`);
  const forgotten = await tx.run(sql`DELETE FROM analytics.raw_event WHERE happened_on < ${day}::date`);
  await tx.run(sql`
    DELETE FROM analytics.reached r WHERE reached_at < ${day}::date AND NOT EXISTS (
      SELECT FROM analytics.raw_event e WHERE e.subject_id = r.subject_id AND e.person_id = r.person_id)`);
  await tx.run(sql`
    DELETE FROM analytics.person_week w WHERE NOT EXISTS (
      SELECT FROM analytics.raw_event e WHERE e.person_id = w.person_id)`);
  return forgotten;
}
