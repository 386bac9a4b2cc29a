import { type Reader, sql, type Tx } from '#platform/server/database';
import type { QuietHours } from '../quiet/quiet-hours.rules.ts';
import type { Choice } from './choices.rules.ts';

/** All choices of a person, or those for one kind. */
export function choicesOf(reader: Reader, userId: string, kind?: string): Promise<Choice[]> {
  const ofKind = kind === undefined ? sql`` : sql`AND kind = ${kind}`;
  return reader.rows<Choice>(
    sql`SELECT kind, channel, enabled FROM notifications.preference WHERE user_id = ${userId}::uuid ${ofKind}
        ORDER BY kind, channel`,
  );
}

export async function quietHoursOf(reader: Reader, userId: string): Promise<QuietHours | null> {
  const row = await reader.row<QuietHours>(
    sql`SELECT from_minute AS "from", to_minute AS "to" FROM notifications.quiet_hours WHERE user_id = ${userId}::uuid`,
  );
  return row ?? null;
}

/** Replaces the choices about the named kinds; choices about kinds nobody loaded here stay. */
export async function replaceChoices(
  tx: Tx,
  userId: string,
  kinds: readonly string[],
  choices: readonly Choice[],
): Promise<void> {
  await tx.run(
    sql`DELETE FROM notifications.preference WHERE user_id = ${userId}::uuid AND kind = ANY(${[...kinds]}::text[])`,
  );
  await tx.run(sql`
    INSERT INTO notifications.preference (user_id, kind, channel, enabled)
    SELECT ${userId}::uuid, choice.kind, choice.channel, choice.enabled
    FROM jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) AS choice(kind text, channel text, enabled boolean)
    ON CONFLICT (user_id, kind, channel) DO UPDATE SET enabled = EXCLUDED.enabled`);
}

export async function setQuietHours(tx: Tx, userId: string, hours: QuietHours | null): Promise<void> {
  if (hours === null) {
    await tx.run(sql`DELETE FROM notifications.quiet_hours WHERE user_id = ${userId}::uuid`);
    return;
  }
  await tx.run(sql`
    INSERT INTO notifications.quiet_hours (user_id, from_minute, to_minute)
    VALUES (${userId}, ${hours.from}, ${hours.to})
    ON CONFLICT (user_id) DO UPDATE SET from_minute = EXCLUDED.from_minute, to_minute = EXCLUDED.to_minute`);
}

export async function deletePreferences(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`DELETE FROM notifications.preference WHERE user_id = ${userId}::uuid`);
  await tx.run(sql`DELETE FROM notifications.quiet_hours WHERE user_id = ${userId}::uuid`);
}
