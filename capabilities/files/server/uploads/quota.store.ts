import { sql, type Tx } from '#platform/server/database';

export interface QuotaLimits {
  readonly dailyBytes: number;
  readonly maxPending: number;
}

/** Counts an announced upload under the person's row lock; false when it would go beyond a limit. */
export async function takeQuota(
  tx: Tx,
  ownerId: string,
  { now, size, limits }: { readonly now: Date; readonly size: number; readonly limits: QuotaLimits },
): Promise<boolean> {
  await tx.run(sql`
    INSERT INTO files.quota (owner_id, on_day, bytes, pending) VALUES (${ownerId}::uuid, '-infinity', 0, 0)
    ON CONFLICT (owner_id) DO NOTHING`);
  const taken = await tx.run(sql`
    UPDATE files.quota SET
      on_day = (${now}::timestamptz AT TIME ZONE 'UTC')::date,
      bytes = CASE WHEN on_day = (${now}::timestamptz AT TIME ZONE 'UTC')::date THEN bytes ELSE 0 END + ${size}::bigint,
      pending = pending + 1
    WHERE owner_id = ${ownerId}::uuid AND pending < ${limits.maxPending}::int
      AND CASE WHEN on_day = (${now}::timestamptz AT TIME ZONE 'UTC')::date THEN bytes ELSE 0 END + ${size}::bigint
        <= ${limits.dailyBytes}::bigint`);
  return taken === 1;
}

export interface QuotaUse {
  readonly pending: number;
}

export async function quotaUse(tx: Tx, ownerId: string): Promise<QuotaUse | undefined> {
  return tx.row<QuotaUse>(sql`SELECT pending FROM files.quota WHERE owner_id = ${ownerId}::uuid`);
}

/** An upload of the person ended, one way or the other. */
export async function releasePending(tx: Tx, ownerId: string, count = 1): Promise<void> {
  await tx.run(sql`
    UPDATE files.quota SET pending = greatest(0, pending - ${count}::int) WHERE owner_id = ${ownerId}::uuid`);
}

export async function removeQuota(tx: Tx, ownerId: string): Promise<void> {
  await tx.run(sql`DELETE FROM files.quota WHERE owner_id = ${ownerId}::uuid`);
}
