import type { BodyOf } from '#platform/contract';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { QuestsService } from '../quests.ts';
import type { OrderInput } from '../shop/basket.ts';
import type { MerchRow } from '../shop/merch.ts';
import type { PromoRow } from '../shop/promo.rules.ts';

type Door = ServeDoor<QuestsService>;

const pageOf = ({ limit, cursor }: { limit?: number; cursor?: string }) => ({ limit: limit ?? 20, cursor });

function mountMerch({ mount, service: { shop, pictures } }: Door): void {
  async function present(rows: readonly MerchRow[]): Promise<contract.Merch[]> {
    const shown = await pictures.many(rows.flatMap(({ picture_file_id }) => picture_file_id ?? []));
    return rows.map(({ picture_file_id, price, currency, ...row }) => ({
      ...row,
      price: { amount: price, currency },
      picture: shown.get(picture_file_id ?? '') ?? null,
    }));
  }

  async function presentOne(row: MerchRow): Promise<contract.Merch> {
    const [merch] = await present([row]);
    if (merch === undefined) throw new Error('One row presents as one article.');
    return merch;
  }

  mount(contract.listMerch, async ({ query }) => {
    const page = await shop.merch.list({ ...pageOf(query), all: false });
    return { items: await present(page.items), next_cursor: page.nextCursor };
  });
  mount(contract.getMerch, async ({ params }) => presentOne(await shop.merch.get(params.id)));
  mount(contract.listAllMerch, async ({ query }) => {
    const page = await shop.merch.list({ ...pageOf(query), all: true });
    return { items: await present(page.items), next_cursor: page.nextCursor };
  });
  mount(contract.createMerch, async ({ caller, body: { price, ...body } }) =>
    presentOne(
      await shop.merch.create(caller, {
        ...body,
        picture_file_id: body.picture_file_id ?? null,
        price: price.amount,
        currency: price.currency,
      }),
    ),
  );
  mount(contract.updateMerch, async ({ caller, params, body: { price, ...body } }) => {
    const money = price === undefined ? {} : { price: price.amount, currency: price.currency };
    return presentOne(await shop.merch.update(caller, params.id, { ...body, ...money }));
  });
}

function orderInput(body: BodyOf<typeof contract.placeOrder>): OrderInput {
  const shared = {
    promoCode: body.promo_code,
    useCredits: body.use_credits ?? false,
    method: body.method,
    receiptEmail: body.receipt_email,
  };
  if (body.kind === 'quest') return { ...shared, what: { kind: 'quest', questId: body.quest_id } };
  const lines = body.lines.map(({ merch_id, quantity }) => ({ merchId: merch_id, quantity }));
  return { ...shared, what: { kind: 'merch', lines, delivery: body.delivery } };
}

function mountOrders({ mount, service: { shop, players, presentOrders } }: Door): void {
  mount(contract.placeOrder, async ({ caller, body }) =>
    presentOrders.one(await shop.orders.place(caller, orderInput(body))),
  );
  mount(contract.listOrders, async ({ caller, query }) => {
    const page = await shop.orders.list({ ...pageOf(query), buyerId: caller.userId });
    return { items: await presentOrders.many(page.items), next_cursor: page.nextCursor };
  });
  mount(contract.getOrder, async ({ caller, params }) =>
    presentOrders.one(await shop.orders.get(caller, params.id)),
  );
  mount(contract.cancelOrder, async ({ caller, params }) =>
    presentOrders.one(await shop.orders.cancel(caller, params.id)),
  );
  mount(contract.listAllOrders, async ({ query }) => {
    const page = await shop.orders.list({
      ...pageOf(query),
      buyerId: query.user_id,
      state: query.state,
      kind: query.kind,
      deliveryState: query.delivery_state,
    });
    const [orders, buyers] = await Promise.all([
      presentOrders.many(page.items),
      players.briefs(page.items.flatMap(({ buyer_id }) => buyer_id ?? [])),
    ]);
    const items = orders.map((order, index) => ({
      ...order,
      buyer: buyers.get(page.items[index]?.buyer_id ?? '') ?? null,
    }));
    return { items, next_cursor: page.nextCursor };
  });
  mount(contract.updateOrder, async ({ caller, params, body }) =>
    presentOrders.one(
      'refund' in body
        ? await shop.orders.refund(caller, params.id, body.reason)
        : await shop.orders.moveParcel(caller, params.id, body.delivery_state, body.tracking_number),
    ),
  );
}

function presentPromo({ valid_from, valid_until, created_at, ...row }: PromoRow): contract.Promo {
  return {
    ...row,
    valid_from: valid_from.toISOString(),
    valid_until: valid_until?.toISOString() ?? null,
    created_at: created_at.toISOString(),
  };
}

function mountPromos({ mount, service: { shop, catalogue }, platform: { database } }: Door): void {
  mount(contract.checkPromo, async ({ caller, body }) => {
    const quest = body.quest_id === undefined ? undefined : await catalogue.brief(database, body.quest_id);
    const { amount, currency } = quest?.price ?? body.total ?? { amount: 0, currency: 'RUB' as const };
    const basket = { total: amount, currency, questId: quest?.id ?? null, city: quest?.city ?? null };
    const discount = await shop.promos.check(caller.userId, body.code, basket);
    return { discount: { amount: discount, currency }, total: { amount: amount - discount, currency } };
  });
  mount(contract.listPromos, async ({ query }) => {
    const page = await shop.promos.list(query.limit ?? 20, query.cursor);
    return { items: page.items.map(presentPromo), next_cursor: page.nextCursor };
  });
  mount(contract.createPromo, async ({ body: { valid_from, valid_until, ...body } }) =>
    presentPromo(
      await shop.promos.create({
        ...body,
        valid_from: new Date(valid_from),
        valid_until: valid_until === null ? null : new Date(valid_until),
      }),
    ),
  );
  mount(contract.updatePromo, async ({ params, body: { valid_until, ...body } }) => {
    const until =
      valid_until === undefined ? {} : { valid_until: valid_until === null ? null : new Date(valid_until) };
    return presentPromo(await shop.promos.update(params.id, { ...body, ...until }));
  });
}

/** Merchandise, orders and promo codes. */
export function mountShop(door: Door): void {
  mountMerch(door);
  mountOrders(door);
  mountPromos(door);
}
