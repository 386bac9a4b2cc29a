import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { line, Picture, PlayerBrief, Price } from './vocabulary.ts';

const read = { access: 'signed-in', scope: 'shop:read' } as const;
const buy = { access: 'signed-in', scope: 'shop:write' } as const;
const manage = { access: { permission: 'manage_shop' } } as const;
const closed = { additionalProperties: false } as const;

export const Merch = Type.Object({
  id: Id,
  title: Type.Object({ ru: Type.String(), en: Type.String() }),
  description: Type.Object({ ru: Type.String(), en: Type.String() }),
  price: Price,
  /** What can be bought now. */
  stock: Type.Integer(),
  picture: Nullable(Picture),
  active: Type.Boolean(),
  /** 54-ФЗ VAT code, 1..12. */
  vat_code: Type.Integer(),
});
export type Merch = Static<typeof Merch>;

const Words = (max: number) => Type.Object({ ru: line(max), en: line(max) }, closed);
const merchFields = {
  title: Words(120),
  description: Words(4_000),
  price: Price,
  stock: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  picture_file_id: Nullable(Id),
  active: Type.Boolean(),
  vat_code: Type.Integer({ minimum: 1, maximum: 12 }),
};

export const listMerch = defineRoute({
  method: 'GET',
  path: '/v2/merch',
  name: 'quests.list_merch',
  summary: 'What can be bought',
  access: 'public',
  scope: 'shop:read',
  query: Type.Object({ ...pageQuery }),
  reply: PageOf(Merch),
});

export const getMerch = defineRoute({
  method: 'GET',
  path: '/v2/merch/:id',
  name: 'quests.get_merch',
  summary: 'One article',
  access: 'public',
  scope: 'shop:read',
  params: IdParams,
  reply: Merch,
});

export const listAllMerch = defineRoute({
  method: 'GET',
  path: '/v2/admin/merch',
  name: 'quests.list_all_merch',
  summary: 'Articles in every state',
  ...manage,
  query: Type.Object({ ...pageQuery }),
  reply: PageOf(Merch),
});

export const createMerch = defineRoute({
  method: 'POST',
  path: '/v2/admin/merch',
  name: 'quests.create_merch',
  summary: 'Add an article',
  ...manage,
  body: Type.Object({ ...merchFields, picture_file_id: Type.Optional(merchFields.picture_file_id) }, closed),
  reply: Merch,
  status: 201,
  refusals: ['files.not_found'],
});

export const updateMerch = defineRoute({
  method: 'PATCH',
  path: '/v2/admin/merch/:id',
  name: 'quests.update_merch',
  summary: 'Change an article',
  ...manage,
  params: IdParams,
  body: Type.Partial(Type.Object(merchFields), { ...closed, minProperties: 1 }),
  reply: Merch,
  refusals: ['files.not_found'],
});

/** Where a parcel goes. Seen by the buyer and the shop only. */
export const Delivery = Type.Object(
  {
    name: line(120, 2),
    phone: Type.String({ pattern: '^\\+?[0-9 ()-]{6,20}$' }),
    address: line(400, 5),
  },
  closed,
);

export const DeliveryState = Type.Enum(['none', 'preparing', 'sent', 'delivered', 'returned']);

export const Order = Type.Object({
  id: Id,
  number: Type.Integer(),
  kind: Type.Enum(['quest', 'merch']),
  state: Type.Enum(['awaiting_payment', 'paid', 'cancelled', 'refunded']),
  delivery_state: DeliveryState,
  delivery: Nullable(Delivery),
  tracking_number: Nullable(Type.String()),
  lines: Type.Array(
    Type.Object({
      item_id: Id,
      title: Type.Object({ ru: Type.String(), en: Type.String() }),
      quantity: Type.Integer(),
      unit_price: Price,
    }),
  ),
  total: Price,
  discount: Price,
  /** What is paid with credits, minor units. */
  credits: Type.Integer(),
  promo_code: Nullable(Type.String()),
  payment: Nullable(
    Type.Object({
      id: Id,
      status: Type.Enum(['created', 'pending', 'held', 'succeeded', 'canceled']),
      confirmation_url: Nullable(Type.String()),
    }),
  ),
  /** Whether money can still be asked back, and until when. */
  refundable_until: Nullable(Instant),
  created_at: Instant,
});
export type Order = Static<typeof Order>;

const payment = {
  promo_code: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9-]{3,32}$' })),
  use_credits: Type.Optional(Type.Boolean()),
  method: Type.Optional(Type.Enum(['bank_card', 'sbp'])),
  /** Where the fiscal receipt goes. */
  receipt_email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
};

export const placeOrder = defineRoute({
  method: 'POST',
  path: '/v2/orders',
  name: 'quests.place_order',
  summary: 'Buy a quest or merchandise; nothing to pay settles at once',
  ...buy,
  body: Type.Union([
    Type.Object({ kind: Type.Literal('quest'), quest_id: Id, ...payment }, closed),
    Type.Object(
      {
        kind: Type.Literal('merch'),
        lines: Type.Array(
          Type.Object({ merch_id: Id, quantity: Type.Integer({ minimum: 1, maximum: 20 }) }, closed),
          { minItems: 1, maxItems: 20 },
        ),
        delivery: Delivery,
        ...payment,
      },
      closed,
    ),
  ]),
  reply: Order,
  status: 201,
  refusals: [
    'quests.quest_not_found',
    'quests.already_bought',
    'quests.free_quest',
    'quests.out_of_stock',
    'quests.order_too_large',
    'quests.merch_not_found',
    'quests.promo_unknown',
    'quests.promo_spent',
    'quests.promo_not_for_this',
    'payments.unavailable',
  ],
});

export const listOrders = defineRoute({
  method: 'GET',
  path: '/v2/orders',
  name: 'quests.list_orders',
  summary: "The caller's orders, newest first",
  ...read,
  query: Type.Object({ ...pageQuery }),
  reply: PageOf(Order),
});

export const getOrder = defineRoute({
  method: 'GET',
  path: '/v2/orders/:id',
  name: 'quests.get_order',
  summary: 'An order of the caller',
  ...read,
  params: IdParams,
  reply: Order,
});

export const cancelOrder = defineRoute({
  method: 'POST',
  path: '/v2/orders/:id/cancel',
  name: 'quests.cancel_order',
  summary: 'Give up an unpaid order, or ask the money back within the rules',
  ...buy,
  params: IdParams,
  reply: Order,
  idempotent: true,
  refusals: ['quests.order_final', 'quests.refund_too_late'],
});

const PromoRule = {
  /** Percent of the price, or minor units. */
  kind: Type.Enum(['percent', 'amount']),
  value: Type.Integer({ minimum: 1, maximum: 100_000_000 }),
  currency: Type.Enum(['RUB', 'USD', 'EUR']),
  /** Minor units that all uses together may cost; null for no limit. */
  budget: Nullable(Type.Integer({ minimum: 1, maximum: 10_000_000_000 })),
  max_uses: Nullable(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  per_person: Type.Integer({ minimum: 1, maximum: 100 }),
  quest_id: Nullable(Id),
  city: Nullable(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' })),
  valid_from: Instant,
  valid_until: Nullable(Instant),
  active: Type.Boolean(),
};

export const Promo = Type.Object({
  id: Id,
  code: Type.String(),
  ...PromoRule,
  used: Type.Integer(),
  spent: Type.Integer(),
  created_at: Instant,
});
export type Promo = Static<typeof Promo>;

export const checkPromo = defineRoute({
  method: 'POST',
  path: '/v2/promo-codes/check',
  name: 'quests.check_promo',
  summary: 'What a code takes off a quest or a sum',
  ...read,
  body: Type.Object(
    {
      code: Type.String({ pattern: '^[A-Za-z0-9-]{3,32}$' }),
      quest_id: Type.Optional(Id),
      total: Type.Optional(Price),
    },
    closed,
  ),
  reply: Type.Object({ discount: Price, total: Price }),
  refusals: ['quests.promo_unknown', 'quests.promo_spent', 'quests.promo_not_for_this'],
  rateLimit: { max: 20, windowSeconds: 600 },
});

export const listPromos = defineRoute({
  method: 'GET',
  path: '/v2/admin/promo-codes',
  name: 'quests.list_promos',
  summary: 'Promo codes with what they cost so far',
  ...manage,
  query: Type.Object({ ...pageQuery }),
  reply: PageOf(Promo),
});

export const createPromo = defineRoute({
  method: 'POST',
  path: '/v2/admin/promo-codes',
  name: 'quests.create_promo',
  summary: 'Add a promo code',
  ...manage,
  body: Type.Object({ code: Type.String({ pattern: '^[A-Za-z0-9-]{3,32}$' }), ...PromoRule }, closed),
  reply: Promo,
  status: 201,
  refusals: ['quests.code_taken', 'quests.percent_above_hundred'],
});

export const updatePromo = defineRoute({
  method: 'PATCH',
  path: '/v2/admin/promo-codes/:id',
  name: 'quests.update_promo',
  summary: 'Change limits, dates or switch a code off',
  ...manage,
  params: IdParams,
  body: Type.Partial(
    Type.Pick(Type.Object(PromoRule), ['budget', 'max_uses', 'per_person', 'valid_until', 'active']),
    { ...closed, minProperties: 1 },
  ),
  reply: Promo,
});

export const listAllOrders = defineRoute({
  method: 'GET',
  path: '/v2/admin/orders',
  name: 'quests.list_all_orders',
  summary: "Everybody's orders",
  ...manage,
  query: Type.Object({
    ...pageQuery,
    state: Type.Optional(Order.properties.state),
    kind: Type.Optional(Order.properties.kind),
    delivery_state: Type.Optional(DeliveryState),
    user_id: Type.Optional(Id),
  }),
  reply: PageOf(Type.Object({ ...Order.properties, buyer: Nullable(PlayerBrief) })),
});

export const updateOrder = defineRoute({
  method: 'PATCH',
  path: '/v2/admin/orders/:id',
  name: 'quests.update_order',
  summary: 'Move a parcel on, or refund an order; audited',
  ...manage,
  params: IdParams,
  body: Type.Union([
    Type.Object(
      {
        delivery_state: Type.Enum(['preparing', 'sent', 'delivered', 'returned']),
        tracking_number: Type.Optional(line(60)),
      },
      closed,
    ),
    Type.Object({ refund: Type.Literal(true), reason: line(500) }, closed),
  ]),
  reply: Order,
  refusals: ['quests.order_final', 'quests.delivery_order'],
});
