import { joinSql, type Reader, type Sql, sql, type Tx } from '#platform/server/database';
import type { PromoRow } from './promo.rules.ts';

const columns = sql`id, code, kind, value, currency, budget::float8 AS budget, max_uses, per_person, quest_id, city,
  valid_from, valid_until, active, used, spent::float8 AS spent, created_at`;

export function findPromo(reader: Reader, code: string): Promise<PromoRow | undefined> {
  return reader.row<PromoRow>(
    sql`SELECT ${columns} FROM quests.promo_code WHERE code = ${code.toUpperCase()}`,
  );
}

/** Uses of a code happen one after another: limits hold for parallel purchases too. */
export function lockPromo(tx: Tx, code: string): Promise<PromoRow | undefined> {
  return tx.row<PromoRow>(
    sql`SELECT ${columns} FROM quests.promo_code WHERE code = ${code.toUpperCase()} FOR UPDATE`,
  );
}

export async function countUses(reader: Reader, promoId: string, userId: string): Promise<number> {
  const row = await reader.row<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM quests.purchase
    WHERE promo_code_id = ${promoId}::uuid AND buyer_id = ${userId}::uuid AND state IN ('awaiting_payment', 'paid')`);
  return row?.count ?? 0;
}

/** Books a use, or gives it back with negative figures. */
export async function bookUse(
  tx: Tx,
  promoId: string,
  change: { readonly used: number; readonly spent: number },
): Promise<void> {
  await tx.run(sql`
    UPDATE quests.promo_code SET used = used + ${change.used}, spent = spent + ${change.spent}
    WHERE id = ${promoId}::uuid`);
}

type NewPromo = Omit<PromoRow, 'used' | 'spent'>;

/** False when the code is taken. */
export async function insertPromo(tx: Tx, row: NewPromo): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO quests.promo_code (id, code, kind, value, currency, budget, max_uses, per_person, quest_id, city,
      valid_from, valid_until, active, created_at)
    VALUES (${row.id}, ${row.code.toUpperCase()}, ${row.kind}, ${row.value}, ${row.currency}, ${row.budget},
      ${row.max_uses}, ${row.per_person}, ${row.quest_id}, ${row.city}, ${row.valid_from}, ${row.valid_until},
      ${row.active}, ${row.created_at})
    ON CONFLICT (code) DO NOTHING`);
  return inserted > 0;
}

export interface PromoChange {
  readonly budget?: number | null | undefined;
  readonly max_uses?: number | null | undefined;
  readonly per_person?: number | undefined;
  readonly valid_until?: Date | null | undefined;
  readonly active?: boolean | undefined;
}

export async function updatePromoRow(tx: Tx, id: string, change: PromoChange): Promise<PromoRow | undefined> {
  const changes: Sql[] = [];
  if (change.budget !== undefined) changes.push(sql`budget = ${change.budget}`);
  if (change.max_uses !== undefined) changes.push(sql`max_uses = ${change.max_uses}`);
  if (change.per_person !== undefined) changes.push(sql`per_person = ${change.per_person}`);
  if (change.valid_until !== undefined) changes.push(sql`valid_until = ${change.valid_until}`);
  if (change.active !== undefined) changes.push(sql`active = ${change.active}`);
  return tx.row<PromoRow>(
    sql`UPDATE quests.promo_code SET ${joinSql(changes, sql`, `)} WHERE id = ${id}::uuid RETURNING ${columns}`,
  );
}

export function lockPromoById(tx: Tx, id: string): Promise<PromoRow | undefined> {
  return tx.row<PromoRow>(sql`SELECT ${columns} FROM quests.promo_code WHERE id = ${id}::uuid FOR UPDATE`);
}

/** Newest first. */
export function findPromos(reader: Reader, limit: number, before: string | undefined): Promise<PromoRow[]> {
  return reader.rows<PromoRow>(sql`
    SELECT ${columns} FROM quests.promo_code WHERE ${before ?? null}::uuid IS NULL OR id < ${before ?? null}::uuid
    ORDER BY id DESC LIMIT ${limit}`);
}

export async function codeOf(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows<{ id: string; code: string }>(
    sql`SELECT id, code FROM quests.promo_code WHERE id = ANY(${ids}::uuid[])`,
  );
  return new Map(rows.map(({ id, code }) => [id, code]));
}
