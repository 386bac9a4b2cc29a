import { type Page, pageOf } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import { hour } from '#base/time';
import type { Analytics } from '#capabilities/analytics/server';
import type { Identity } from '#capabilities/identity/server';
import type { Payments, Quote } from '#capabilities/payments/server';
import type { Database, Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import type { Caller } from '#platform/server/http';
import { scrub } from '#platform/server/telemetry';
import { OrderMoved, OrderPaid } from '../../contract/index.ts';
import { decodeId } from '../catalogue/cursor.rules.ts';
import type { PlayRecords } from '../rooms.ts';
import type { Accounting } from './accounting.ts';
import type { FillBasket, OrderInput } from './basket.ts';
import { giveStock } from './merch.store.ts';
import { dueOf, mayMove, quoteOf, type RefundRule, refundableUntil } from './order.rules.ts';
import {
  changeOrder,
  findOrder,
  findOrders,
  findStale,
  insertOrder,
  lockOrder,
  type OrderFilter,
  type OrderRow,
} from './order.store.ts';
import type { Promos } from './promos.ts';

export const orderPurpose = 'quests.order';

/** Purchases from the basket to the parcel. */
export interface Orders {
  /** The provider is asked after the commit; when it cannot be reached, the order waits and can be paid later. */
  place(caller: Caller, input: OrderInput): Promise<OrderRow>;
  /** Of the caller; others learn nothing of it. */
  get(caller: Caller, orderId: string): Promise<OrderRow>;
  list(
    filter: Omit<OrderFilter, 'before'> & { readonly cursor: string | undefined },
  ): Promise<Page<OrderRow>>;
  cancel(caller: Caller, orderId: string): Promise<OrderRow>;
  /** By an operator; audited. */
  refund(caller: Caller, orderId: string, reason: string): Promise<OrderRow>;
  moveParcel(
    caller: Caller,
    orderId: string,
    to: OrderRow['delivery_state'],
    trackingNumber: string | undefined,
  ): Promise<OrderRow>;
  /** What paying it takes; for the payments capability. */
  quote(caller: Caller, orderId: string): Promise<Quote>;
  /** The money came. */
  paid(orderId: string, paymentId: string): Promise<void>;
  /** The money went back by other hands. */
  returned(orderId: string): Promise<void>;
  /** Gives up what nobody paid for a day; answers how many. */
  sweep(): Promise<number>;
  refundableUntil(order: OrderRow): Promise<Date | null>;
}

export interface OrdersNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: Events;
  readonly identity: Identity;
  readonly payments: Payments;
  readonly analytics: Analytics;
  readonly promos: Promos;
  readonly accounting: Accounting;
  readonly fillBasket: FillBasket;
  readonly records: Pick<PlayRecords, 'pointsDone'>;
  readonly refundRule: RefundRule;
}

const notFound = () => new Refusal('not_found', 'quests.order_not_found', 'There is no such order.');
const final = () =>
  new Refusal('conflict', 'quests.order_final', 'The order is closed; nothing can change it.');
const unpaidFor = 24 * hour;

export function createOrders(needs: OrdersNeeds): Orders {
  const { database, clock, events, identity, payments, analytics, promos, accounting, fillBasket, records } =
    needs;

  async function reload(orderId: string): Promise<OrderRow> {
    const row = await findOrder(database, orderId);
    if (row === undefined) throw notFound();
    return row;
  }

  async function locked(tx: Tx, orderId: string, buyerId?: string): Promise<OrderRow> {
    const row = await lockOrder(tx, orderId);
    if (row === undefined || (buyerId !== undefined && row.buyer_id !== buyerId)) throw notFound();
    return row;
  }

  async function moved(
    tx: Tx,
    order: OrderRow,
    change: Pick<OrderRow, 'state' | 'delivery_state'>,
  ): Promise<void> {
    if (order.buyer_id === null) return;
    await events.emit(tx, OrderMoved, { order_id: order.id, buyer_id: order.buyer_id, ...change });
  }

  /** What was promised to the order goes back to where it came from. */
  async function releaseGoods(tx: Tx, order: OrderRow): Promise<void> {
    if (order.kind === 'merch')
      for (const line of order.lines) await giveStock(tx, line.item_id, line.quantity);
    if (order.promo_code_id !== null) {
      await promos.giveBack(tx, order.promo_code_id, order.discount);
      await accounting.givePromoBack(tx, order);
    }
    if (order.buyer_id !== null) await accounting.giveCreditsBack(tx, order, order.buyer_id);
  }

  async function settle(tx: Tx, order: OrderRow): Promise<void> {
    const now = clock();
    const deliveryState = order.kind === 'merch' ? 'preparing' : 'none';
    await changeOrder(tx, order.id, { state: 'paid', delivery_state: deliveryState, paid_at: now });
    await accounting.sale(tx, order);
    const { buyer_id: buyerId, quest_id: questId } = order;
    if (buyerId === null) return;
    if (questId !== null)
      await analytics.track(tx, {
        name: 'quests.bought',
        subjectId: questId,
        userId: buyerId,
        ...(order.author_id === null ? {} : { ownerId: order.author_id }),
        value: order.total - order.discount,
        at: now,
        key: `quests.bought:${order.id}`,
      });
    await events.emit(tx, OrderPaid, {
      order_id: order.id,
      buyer_id: buyerId,
      kind: order.kind,
      quest_id: questId,
    });
  }

  async function giveUp(tx: Tx, order: OrderRow): Promise<void> {
    if (order.payment_id !== null) await payments.cancel(tx, order.payment_id);
    await changeOrder(tx, order.id, { state: 'cancelled', closed_at: clock() });
    await releaseGoods(tx, order);
    await moved(tx, order, { state: 'cancelled', delivery_state: order.delivery_state });
  }

  /** The books turn back at once; the payments capability sees the money through. */
  async function sendBack(tx: Tx, order: OrderRow, reason: string): Promise<void> {
    const due = dueOf(order);
    if (due > 0 && order.payment_id !== null)
      await payments.refund(tx, order.payment_id, {
        amount: { amount: due, currency: order.currency },
        key: `quests.order:${order.id}`,
        reason,
      });
    await closeRefunded(tx, order);
  }

  async function closeRefunded(tx: Tx, order: OrderRow): Promise<void> {
    await changeOrder(tx, order.id, { state: 'refunded', closed_at: clock() });
    await accounting.takeSaleBack(tx, order);
    await releaseGoods(tx, order);
    await moved(tx, order, { state: 'refunded', delivery_state: order.delivery_state });
  }

  async function refundableUntilOf(order: OrderRow): Promise<Date | null> {
    const { buyer_id: buyerId, quest_id: questId } = order;
    const points =
      buyerId === null || questId === null ? 0 : await records.pointsDone(database, buyerId, questId);
    return refundableUntil(order, points, needs.refundRule);
  }

  async function prepare(
    tx: Tx,
    order: OrderRow,
    userId: string,
    input: OrderInput,
  ): Promise<string | undefined> {
    await accounting.spendCredits(tx, order, userId);
    await accounting.spendPromo(tx, order);
    if (dueOf(order) === 0) {
      await settle(tx, order);
      return undefined;
    }
    const paymentId = await payments.prepare(tx, {
      ...quoteOf(order),
      purpose: orderPurpose,
      subjectId: order.id,
      payerId: userId,
      ...(input.method === undefined ? {} : { method: input.method }),
      ...(input.receiptEmail === undefined ? {} : { receiptEmail: input.receiptEmail }),
    });
    await changeOrder(tx, order.id, { payment_id: paymentId });
    return paymentId;
  }

  async function submit(paymentId: string): Promise<void> {
    try {
      await payments.submit(paymentId);
    } catch (error) {
      // The order stands; a job asks the provider again, and the buyer can pay from the order's page.
      if (!(error instanceof Refusal) || error.kind !== 'unavailable') throw error;
    }
  }

  return {
    refundableUntil: refundableUntilOf,
    async place(caller, input) {
      const { orderId, paymentId } = await database.transaction(async (tx) => {
        const filled = await fillBasket(tx, caller.userId, input);
        if (!(await insertOrder(tx, filled)))
          throw new Refusal(
            'conflict',
            'quests.already_bought',
            'You have this quest, or a purchase of it waits to be paid.',
          );
        const order = (await findOrder(tx, filled.id)) ?? filled;
        return { orderId: order.id, paymentId: await prepare(tx, order, caller.userId, input) };
      });
      if (paymentId !== undefined) await submit(paymentId);
      return reload(orderId);
    },
    async get(caller, orderId) {
      const row = await reload(orderId);
      if (row.buyer_id !== caller.userId) throw notFound();
      return row;
    },
    async list({ cursor, limit, ...filter }) {
      const rows = await findOrders(database, { ...filter, before: decodeId(cursor), limit: limit + 1 });
      return pageOf(rows, limit, ({ id }) => id);
    },
    async cancel(caller, orderId) {
      await database.transaction(async (tx) => {
        const order = await locked(tx, orderId, caller.userId);
        if (order.state === 'awaiting_payment') return giveUp(tx, order);
        if (order.state !== 'paid') throw final();
        const until = await refundableUntilOf(order);
        if (until === null || until <= clock())
          throw new Refusal(
            'conflict',
            'quests.refund_too_late',
            'By the rules it is too late to give it back.',
          );
        await sendBack(tx, order, 'asked by the buyer');
      });
      return reload(orderId);
    },
    async refund(caller, orderId, reason) {
      await database.transaction(async (tx) => {
        const order = await locked(tx, orderId);
        if (order.state !== 'paid') throw final();
        await sendBack(tx, order, 'by the shop');
        await identity.audit(tx, {
          action: 'quests.order_refunded',
          actorId: caller.userId,
          subjectId: orderId,
          details: { amount: dueOf(order), reason: scrub(reason) },
        });
      });
      return reload(orderId);
    },
    async moveParcel(caller, orderId, to, trackingNumber) {
      await database.transaction(async (tx) => {
        const order = await locked(tx, orderId);
        if (order.state !== 'paid') throw final();
        if (!mayMove(order.delivery_state, to))
          throw new Refusal(
            'conflict',
            'quests.delivery_order',
            `A parcel that is ${order.delivery_state} cannot become ${to}.`,
          );
        await changeOrder(tx, orderId, {
          delivery_state: to,
          ...(trackingNumber === undefined ? {} : { tracking_number: trackingNumber }),
        });
        await moved(tx, order, { state: order.state, delivery_state: to });
        const details = { from: order.delivery_state, to };
        await identity.audit(tx, {
          action: 'quests.parcel_moved',
          actorId: caller.userId,
          subjectId: orderId,
          details,
        });
      });
      return reload(orderId);
    },
    async quote(caller, orderId) {
      const order = await findOrder(database, orderId);
      if (order === undefined || order.buyer_id !== caller.userId) throw notFound();
      if (order.state !== 'awaiting_payment') throw final();
      return quoteOf(order);
    },
    paid: (orderId, paymentId) =>
      database.transaction(async (tx) => {
        const order = await lockOrder(tx, orderId);
        if (order === undefined || order.state === 'paid') return;
        await changeOrder(tx, orderId, { payment_id: paymentId });
        if (order.state === 'awaiting_payment') return settle(tx, order);
        // It was given up or refunded before the money came: the money goes back.
        await payments.refund(tx, paymentId, {
          amount: { amount: dueOf(order), currency: order.currency },
          key: `quests.late:${paymentId}`,
          reason: 'the order was closed',
        });
      }),
    returned: (orderId) =>
      database.transaction(async (tx) => {
        const order = await lockOrder(tx, orderId);
        if (order?.state === 'paid') await closeRefunded(tx, order);
      }),
    async sweep() {
      const stale = await findStale(database, new Date(clock().getTime() - unpaidFor));
      for (const { id } of stale)
        await database.transaction(async (tx) => {
          const order = await lockOrder(tx, id);
          if (order?.state === 'awaiting_payment') await giveUp(tx, order);
        });
      return stale.length;
    },
  };
}
