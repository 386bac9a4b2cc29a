import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { line, PlayerBrief } from './vocabulary.ts';

const closed = { additionalProperties: false } as const;

export const Earnings = Type.Object({
  /** Minor units the author can ask for now. */
  payable: Type.Integer(),
  paid_out: Type.Integer(),
  pending: Type.Integer(),
  currency: Type.String(),
  /** Part of a sale that goes to the author, 0..1. */
  share: Type.Number(),
  minimum: Type.Integer(),
});

export const Payout = Type.Object({
  id: Id,
  author: PlayerBrief,
  amount: Type.Integer(),
  currency: Type.String(),
  state: Type.Enum(['requested', 'paid', 'rejected']),
  note: Nullable(Type.String()),
  created_at: Instant,
  decided_at: Nullable(Instant),
});
export type Payout = Static<typeof Payout>;

const author = { access: { permission: 'write_quests' } } as const;

export const getEarnings = defineRoute({
  method: 'GET',
  path: '/v2/authors/me/earnings',
  name: 'quests.get_earnings',
  summary: "What the caller's quests brought",
  ...author,
  reply: Earnings,
});

export const listMyPayouts = defineRoute({
  method: 'GET',
  path: '/v2/authors/me/payouts',
  name: 'quests.list_my_payouts',
  summary: "The caller's payouts",
  ...author,
  query: Type.Object({ ...pageQuery }),
  reply: PageOf(Payout),
});

export const requestPayout = defineRoute({
  method: 'POST',
  path: '/v2/authors/me/payouts',
  name: 'quests.request_payout',
  summary: 'Ask for money earned',
  ...author,
  body: Type.Object({ amount: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }) }, closed),
  reply: Payout,
  status: 201,
  refusals: ['quests.payout_below_minimum', 'payments.insufficient_funds'],
});

export const listPayouts = defineRoute({
  method: 'GET',
  path: '/v2/admin/payouts',
  name: 'quests.list_payouts',
  summary: 'Payouts of all authors',
  access: { permission: 'manage_payments' },
  query: Type.Object({ ...pageQuery, state: Type.Optional(Payout.properties.state) }),
  reply: PageOf(Payout),
});

export const decidePayout = defineRoute({
  method: 'POST',
  path: '/v2/admin/payouts/:id/decide',
  name: 'quests.decide_payout',
  summary: 'Say that a payout was made, or send it back; audited',
  access: { permission: 'manage_payments' },
  params: IdParams,
  body: Type.Object({ paid: Type.Boolean(), note: Type.Optional(line(500)) }, closed),
  reply: Payout,
  idempotent: true,
  refusals: ['quests.payout_settled'],
});
