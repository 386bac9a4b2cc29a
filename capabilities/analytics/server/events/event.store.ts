import { type Reader, sql, type Tx } from '#platform/server/database';

/** An event as it is written. */
export interface NewEvent {
  readonly id: string;
  readonly name: string;
  readonly subjectId: string;
  readonly userId: string | null;
  readonly visitorId: string | null;
  readonly stepId: string | null;
  readonly stepPosition: number | null;
  readonly amount: number | null;
  readonly at: Date;
  /** Hexadecimal SHA-256 of what counts once. */
  readonly onceKey: string | null;
}

/** Writes what is new and not before the sealed days; answers how many were. */
export function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<number> {
  const rows = events.map((event) => ({
    id: event.id,
    name: event.name,
    subject_id: event.subjectId,
    user_id: event.userId,
    visitor_id: event.visitorId,
    step_id: event.stepId,
    step_position: event.stepPosition,
    amount: event.amount,
    happened_at: event.at.toISOString(),
    once_key: event.onceKey,
  }));
  return tx.run(sql`
    INSERT INTO analytics.raw_event (id, name, subject_id, user_id, visitor_id, step_id, step_position, amount,
                                     happened_at, happened_on, once_key)
    SELECT e.id, e.name, e.subject_id, e.user_id, e.visitor_id, e.step_id, e.step_position, e.amount,
           e.happened_at, (e.happened_at AT TIME ZONE 'UTC')::date, decode(e.once_key, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e(
      id uuid, name text, subject_id text, user_id uuid, visitor_id uuid, step_id text, step_position integer,
      amount double precision, happened_at timestamptz, once_key text)
    CROSS JOIN analytics.seal
    WHERE (e.happened_at AT TIME ZONE 'UTC')::date >= seal.open_from
    ORDER BY e.once_key
    ON CONFLICT (once_key) DO NOTHING`);
}

/**
 * Notes whose the subject is. When that is news, the subject's open days are counted again for the new owner.
 * Takes no lock while nothing changes.
 */
export async function noteOwner(tx: Tx, subjectId: string, ownerId: string): Promise<void> {
  const known = await tx.row<{ owner_id: string }>(
    sql`SELECT owner_id FROM analytics.subject WHERE subject_id = ${subjectId}`,
  );
  if (known?.owner_id === ownerId) return;
  await tx.run(sql`
    INSERT INTO analytics.subject (subject_id, owner_id) VALUES (${subjectId}, ${ownerId})
    ON CONFLICT (subject_id) DO UPDATE SET owner_id = excluded.owner_id`);
  await tx.run(sql`UPDATE analytics.raw_event SET rolled = false WHERE subject_id = ${subjectId} AND rolled`);
}

export async function ownerOf(reader: Reader, subjectId: string): Promise<string | undefined> {
  const row = await reader.row<{ owner_id: string }>(
    sql`SELECT owner_id FROM analytics.subject WHERE subject_id = ${subjectId}`,
  );
  return row?.owner_id;
}

/** Everything kept about a person, oldest first. */
export function exportEvents(reader: Reader, userId: string): Promise<readonly unknown[]> {
  return reader.rows(sql`
    SELECT name, subject_id, step_id, amount AS value, happened_at AS at
    FROM analytics.raw_event WHERE user_id = ${userId} ORDER BY happened_at, id`);
}

/** Puts a made-up id in the place of the person: counts stay, the person is gone. */
export async function unlinkPerson(tx: Tx, userId: string, madeUp: string): Promise<void> {
  await tx.run(sql`
    UPDATE analytics.raw_event SET user_id = NULL, visitor_id = ${madeUp} WHERE user_id = ${userId}`);
  await tx.run(sql`UPDATE analytics.reached SET person_id = ${madeUp} WHERE person_id = ${userId}`);
  await tx.run(sql`UPDATE analytics.person_week SET person_id = ${madeUp} WHERE person_id = ${userId}`);
  // What others did with the person's subjects stays; that they were this person's goes.
  await tx.run(sql`DELETE FROM analytics.subject WHERE owner_id = ${userId}`);
  await tx.run(sql`DELETE FROM analytics.daily WHERE scope = 'owner' AND scope_id = ${userId}`);
  await tx.run(sql`DELETE FROM analytics.person_week WHERE owner_id = ${userId}`);
  await tx.run(sql`DELETE FROM analytics.cohort_week WHERE owner_id = ${userId}`);
}
