import type { Static } from 'typebox';
import { joinSql, type Reader, type Sql, sql, type Tx } from '#platform/server/database';
import type { Delivery, Order } from '../../contract/index.ts';
import type { Words } from './merch.store.ts';

export interface OrderLineRow {
  readonly item_id: string;
  readonly title: Words;
  readonly quantity: number;
  readonly unit_price: number;
  readonly vat_code: number;
}

export interface OrderRow {
  readonly id: string;
  readonly number: number;
  readonly buyer_id: string | null;
  readonly kind: Order['kind'];
  readonly quest_id: string | null;
  readonly author_id: string | null;
  readonly state: Order['state'];
  readonly delivery_state: Order['delivery_state'];
  readonly delivery: Static<typeof Delivery> | null;
  readonly tracking_number: string | null;
  readonly total: number;
  readonly discount: number;
  readonly credits: number;
  readonly currency: 'RUB' | 'USD' | 'EUR';
  readonly promo_code_id: string | null;
  readonly payment_id: string | null;
  readonly method: 'bank_card' | 'sbp' | null;
  readonly created_at: Date;
  readonly paid_at: Date | null;
  readonly closed_at: Date | null;
  readonly lines: OrderLineRow[];
}

const columns = sql`o.id, o.number::float8 AS number, o.buyer_id, o.kind, o.quest_id, o.author_id, o.state,
  o.delivery_state, o.delivery, o.tracking_number, o.total, o.discount, o.credits, o.currency, o.promo_code_id,
  o.payment_id, o.method, o.created_at, o.paid_at, o.closed_at,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('item_id', l.item_id, 'title', l.title, 'quantity', l.quantity,
      'unit_price', l.unit_price, 'vat_code', l.vat_code) ORDER BY l.item_id), '[]')
    FROM quests.purchase_line l WHERE l.purchase_id = o.id) AS lines`;

export function findOrder(reader: Reader, id: string): Promise<OrderRow | undefined> {
  return reader.row<OrderRow>(sql`SELECT ${columns} FROM quests.purchase o WHERE o.id = ${id}::uuid`);
}

export function lockOrder(tx: Tx, id: string): Promise<OrderRow | undefined> {
  return tx.row<OrderRow>(sql`SELECT ${columns} FROM quests.purchase o WHERE o.id = ${id}::uuid FOR UPDATE`);
}

/** The order of a quest that is paid or being paid. */
export function findQuestOrder(
  reader: Reader,
  userId: string,
  questId: string,
): Promise<OrderRow | undefined> {
  return reader.row<OrderRow>(sql`
    SELECT ${columns} FROM quests.purchase o
    WHERE o.buyer_id = ${userId}::uuid AND o.quest_id = ${questId}::uuid AND o.kind = 'quest'
      AND o.state IN ('awaiting_payment', 'paid')`);
}

export interface OrderFilter {
  readonly buyerId?: string | undefined;
  readonly state?: Order['state'] | undefined;
  readonly kind?: Order['kind'] | undefined;
  readonly deliveryState?: Order['delivery_state'] | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Newest first. */
export function findOrders(reader: Reader, filter: OrderFilter): Promise<OrderRow[]> {
  const conditions: Sql[] = [sql`true`];
  if (filter.buyerId !== undefined) conditions.push(sql`o.buyer_id = ${filter.buyerId}::uuid`);
  if (filter.state !== undefined) conditions.push(sql`o.state = ${filter.state}`);
  if (filter.kind !== undefined) conditions.push(sql`o.kind = ${filter.kind}`);
  if (filter.deliveryState !== undefined) conditions.push(sql`o.delivery_state = ${filter.deliveryState}`);
  if (filter.before !== undefined) conditions.push(sql`o.id < ${filter.before}::uuid`);
  return reader.rows<OrderRow>(sql`
    SELECT ${columns} FROM quests.purchase o WHERE ${joinSql(conditions, sql` AND `)}
    ORDER BY o.id DESC LIMIT ${filter.limit}`);
}

/** Orders nobody paid for this long. */
export function findStale(reader: Reader, before: Date): Promise<{ id: string }[]> {
  return reader.rows<{ id: string }>(sql`
    SELECT id FROM quests.purchase WHERE state = 'awaiting_payment' AND created_at < ${before} ORDER BY id LIMIT 500`);
}

type NewOrder = Omit<OrderRow, 'number' | 'paid_at' | 'closed_at' | 'tracking_number' | 'payment_id'>;

/** False when the person has, or is buying, the quest already. */
export async function insertOrder(tx: Tx, row: NewOrder): Promise<boolean> {
  const delivery = row.delivery === null ? null : JSON.stringify(row.delivery);
  const inserted = await tx.run(sql`
    INSERT INTO quests.purchase (id, buyer_id, kind, quest_id, author_id, state, delivery_state, delivery, total,
      discount, credits, currency, promo_code_id, method, created_at)
    VALUES (${row.id}, ${row.buyer_id}, ${row.kind}, ${row.quest_id}, ${row.author_id}, ${row.state},
      ${row.delivery_state}, ${delivery}::jsonb, ${row.total}, ${row.discount}, ${row.credits}, ${row.currency},
      ${row.promo_code_id}, ${row.method}, ${row.created_at})
    ON CONFLICT (buyer_id, quest_id) WHERE kind = 'quest' AND state IN ('awaiting_payment', 'paid') DO NOTHING`);
  if (inserted === 0) return false;
  await tx.run(sql`
    INSERT INTO quests.purchase_line (purchase_id, item_id, title, quantity, unit_price, vat_code)
    SELECT ${row.id}::uuid, item_id, title, quantity, unit_price, vat_code
    FROM jsonb_to_recordset(${JSON.stringify(row.lines)}::jsonb)
      AS r(item_id uuid, title jsonb, quantity integer, unit_price integer, vat_code smallint)`);
  return true;
}

export interface OrderChange {
  readonly state?: OrderRow['state'];
  readonly delivery_state?: OrderRow['delivery_state'];
  readonly tracking_number?: string;
  readonly payment_id?: string;
  readonly paid_at?: Date;
  readonly closed_at?: Date;
}

export async function changeOrder(tx: Tx, id: string, change: OrderChange): Promise<void> {
  const changes: Sql[] = [];
  if (change.state !== undefined) changes.push(sql`state = ${change.state}`);
  if (change.delivery_state !== undefined) changes.push(sql`delivery_state = ${change.delivery_state}`);
  if (change.tracking_number !== undefined) changes.push(sql`tracking_number = ${change.tracking_number}`);
  if (change.payment_id !== undefined) changes.push(sql`payment_id = ${change.payment_id}`);
  if (change.paid_at !== undefined) changes.push(sql`paid_at = ${change.paid_at}`);
  if (change.closed_at !== undefined) changes.push(sql`closed_at = ${change.closed_at}`);
  await tx.run(sql`UPDATE quests.purchase SET ${joinSql(changes, sql`, `)} WHERE id = ${id}::uuid`);
}
