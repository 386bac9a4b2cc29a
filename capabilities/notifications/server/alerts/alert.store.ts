import { type Reader, sql, type Tx } from '#platform/server/database';

export interface AlertRow {
  readonly id: string;
  readonly code: string;
  readonly message: string;
  readonly attempts: number;
  readonly logged_at: Date | null;
  readonly state: 'waiting' | 'sent' | 'logged' | 'failed';
}

/** Answers false when the operators were told under this key already. */
export async function insertAlert(
  tx: Tx,
  alert: {
    readonly id: string;
    readonly key: string;
    readonly code: string;
    readonly text: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO notifications.alert (id, once_key, code, message, created_at)
    VALUES (${alert.id}, ${alert.key}, ${alert.code}, ${alert.text}, ${alert.now})
    ON CONFLICT (once_key) DO NOTHING`);
  return inserted === 1;
}

export function findAlert(reader: Reader, id: string): Promise<AlertRow | undefined> {
  return reader.row<AlertRow>(
    sql`SELECT id, code, message, attempts, logged_at, state FROM notifications.alert WHERE id = ${id}::uuid`,
  );
}

export async function markLogged(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(
    sql`UPDATE notifications.alert SET logged_at = coalesce(logged_at, ${now}) WHERE id = ${id}::uuid`,
  );
}

export async function setAlertState(
  tx: Tx,
  id: string,
  state: AlertRow['state'],
  attempts: number,
  now: Date,
): Promise<void> {
  const settledAt = state === 'waiting' ? null : now;
  await tx.run(sql`
    UPDATE notifications.alert SET state = ${state}, attempts = ${attempts}, settled_at = ${settledAt}
    WHERE id = ${id}::uuid AND state = 'waiting'`);
}
