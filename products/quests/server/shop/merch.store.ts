import { joinSql, type Reader, type Sql, sql, type Tx } from '#platform/server/database';

export interface Words {
  readonly ru: string;
  readonly en: string;
}

export interface MerchRow {
  readonly id: string;
  readonly title: Words;
  readonly description: Words;
  readonly price: number;
  readonly currency: 'RUB' | 'USD' | 'EUR';
  readonly stock: number;
  readonly picture_file_id: string | null;
  readonly active: boolean;
  readonly vat_code: number;
}

const columns = sql`id, title, description, price, currency, stock, picture_file_id, active, vat_code`;

/** Newest first. */
export function findMerch(
  reader: Reader,
  page: { readonly limit: number; readonly before: string | undefined; readonly all: boolean },
): Promise<MerchRow[]> {
  return reader.rows<MerchRow>(sql`
    SELECT ${columns} FROM quests.merch
    WHERE (active OR ${page.all}) AND (${page.before ?? null}::uuid IS NULL OR id < ${page.before ?? null}::uuid)
    ORDER BY id DESC LIMIT ${page.limit}`);
}

export function findMerchById(reader: Reader, ids: readonly string[]): Promise<MerchRow[]> {
  return reader.rows<MerchRow>(sql`SELECT ${columns} FROM quests.merch WHERE id = ANY(${ids}::uuid[])`);
}

export function lockMerch(tx: Tx, id: string): Promise<MerchRow | undefined> {
  return tx.row<MerchRow>(sql`SELECT ${columns} FROM quests.merch WHERE id = ${id}::uuid FOR UPDATE`);
}

/** Takes pieces from the stock; undefined when there are not enough, or the article is not sold. */
export function takeStock(tx: Tx, id: string, quantity: number): Promise<MerchRow | undefined> {
  return tx.row<MerchRow>(sql`
    UPDATE quests.merch SET stock = stock - ${quantity}
    WHERE id = ${id}::uuid AND active AND stock >= ${quantity} RETURNING ${columns}`);
}

export async function giveStock(tx: Tx, id: string, quantity: number): Promise<void> {
  await tx.run(sql`UPDATE quests.merch SET stock = stock + ${quantity} WHERE id = ${id}::uuid`);
}

export async function insertMerch(tx: Tx, row: MerchRow, at: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO quests.merch (id, title, description, price, currency, stock, picture_file_id, active, vat_code, created_at)
    VALUES (${row.id}, ${JSON.stringify(row.title)}::jsonb, ${JSON.stringify(row.description)}::jsonb, ${row.price},
      ${row.currency}, ${row.stock}, ${row.picture_file_id}, ${row.active}, ${row.vat_code}, ${at})`);
}

export type MerchChange = Partial<Omit<MerchRow, 'id'>>;

export async function updateMerchRow(tx: Tx, id: string, change: MerchChange): Promise<MerchRow | undefined> {
  const changes: Sql[] = [];
  if (change.title !== undefined) changes.push(sql`title = ${JSON.stringify(change.title)}::jsonb`);
  if (change.description !== undefined)
    changes.push(sql`description = ${JSON.stringify(change.description)}::jsonb`);
  if (change.price !== undefined) changes.push(sql`price = ${change.price}`);
  if (change.currency !== undefined) changes.push(sql`currency = ${change.currency}`);
  if (change.stock !== undefined) changes.push(sql`stock = ${change.stock}`);
  if (change.picture_file_id !== undefined) changes.push(sql`picture_file_id = ${change.picture_file_id}`);
  if (change.active !== undefined) changes.push(sql`active = ${change.active}`);
  if (change.vat_code !== undefined) changes.push(sql`vat_code = ${change.vat_code}`);
  return tx.row<MerchRow>(
    sql`UPDATE quests.merch SET ${joinSql(changes, sql`, `)} WHERE id = ${id}::uuid RETURNING ${columns}`,
  );
}
