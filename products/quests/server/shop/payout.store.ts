import { joinSql, type Reader, type Sql, sql, type Tx } from '#platform/server/database';

export interface PayoutRow {
  readonly id: string;
  readonly author_id: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly state: 'requested' | 'paid' | 'rejected';
  readonly note: string | null;
  readonly created_at: Date;
  readonly decided_at: Date | null;
}

const columns = sql`id, author_id, amount, currency, state, note, created_at, decided_at`;

export async function insertPayout(tx: Tx, row: PayoutRow): Promise<void> {
  await tx.run(sql`
    INSERT INTO quests.payout (id, author_id, amount, currency, state, created_at)
    VALUES (${row.id}, ${row.author_id}, ${row.amount}, ${row.currency}, ${row.state}, ${row.created_at})`);
}

export function lockPayout(tx: Tx, id: string): Promise<PayoutRow | undefined> {
  return tx.row<PayoutRow>(sql`SELECT ${columns} FROM quests.payout WHERE id = ${id}::uuid FOR UPDATE`);
}

export async function settlePayout(tx: Tx, row: PayoutRow): Promise<void> {
  await tx.run(sql`
    UPDATE quests.payout SET state = ${row.state}, note = ${row.note}, decided_at = ${row.decided_at}
    WHERE id = ${row.id}::uuid`);
}

export async function sumPayouts(
  reader: Reader,
  authorId: string,
): Promise<{ paidOut: number; pending: number }> {
  const row = await reader.row<{ paid: number; pending: number }>(sql`
    SELECT coalesce(sum(amount) FILTER (WHERE state = 'paid'), 0)::float8 AS paid,
      coalesce(sum(amount) FILTER (WHERE state = 'requested'), 0)::float8 AS pending
    FROM quests.payout WHERE author_id = ${authorId}::uuid`);
  return { paidOut: row?.paid ?? 0, pending: row?.pending ?? 0 };
}

/** Newest first. */
export function findPayouts(
  reader: Reader,
  filter: {
    readonly authorId?: string | undefined;
    readonly state?: PayoutRow['state'] | undefined;
    readonly before: string | undefined;
    readonly limit: number;
  },
): Promise<PayoutRow[]> {
  const conditions: Sql[] = [sql`true`];
  if (filter.authorId !== undefined) conditions.push(sql`author_id = ${filter.authorId}::uuid`);
  if (filter.state !== undefined) conditions.push(sql`state = ${filter.state}`);
  if (filter.before !== undefined) conditions.push(sql`id < ${filter.before}::uuid`);
  return reader.rows<PayoutRow>(sql`
    SELECT ${columns} FROM quests.payout WHERE ${joinSql(conditions, sql` AND `)} ORDER BY id DESC LIMIT ${filter.limit}`);
}
