import { type Static, Type } from 'typebox';
import { defineRoute, Id, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { Currency } from './fields.ts';

export const WalletEntry = Type.Object({
  id: Id,
  /** `quests.sale`, `payments.adjustment`, … */
  kind: Type.String(),
  amount: Type.Integer({ description: 'Minor units; below zero when spent.' }),
  currency: Currency,
  subject_id: Nullable(Type.String()),
  at: Instant,
});
export type WalletEntry = Static<typeof WalletEntry>;

export const getWallet = defineRoute({
  method: 'GET',
  path: '/payments/wallet',
  name: 'payments.get_wallet',
  summary: 'Your credits and what changed them, newest first',
  access: 'signed-in',
  query: Type.Object({ ...pageQuery }),
  reply: Type.Object({
    balances: Type.Array(Type.Object({ amount: Type.Integer(), currency: Currency })),
    ...PageOf(WalletEntry).properties,
  }),
  refusals: ['payments.cursor_invalid'],
});
