import { type Static, Type } from 'typebox';
import { defineRoute, Id, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { Currency } from './fields.ts';

const access = { permission: 'manage_payments' } as const;
const AccountName = Type.String({ maxLength: 200, pattern: '^[a-z][a-z0-9_]*(:[A-Za-z0-9_-]+)+$' });

export const LedgerAccount = Type.Object({
  account: Type.String(),
  currency: Currency,
  balance: Type.Integer(),
});
export type LedgerAccount = Static<typeof LedgerAccount>;

export const LedgerEntry = Type.Object({
  id: Id,
  transaction_id: Id,
  kind: Type.String(),
  amount: Type.Integer(),
  currency: Currency,
  subject_id: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  at: Instant,
});
export type LedgerEntry = Static<typeof LedgerEntry>;

export const listLedgerAccounts = defineRoute({
  method: 'GET',
  path: '/payments/admin/ledger/accounts',
  name: 'payments.list_ledger_accounts',
  summary: 'Accounts of the ledger with their balances, by name',
  access,
  query: Type.Object({
    ...pageQuery,
    prefix: Type.Optional(Type.String({ maxLength: 200, pattern: '^[A-Za-z0-9_:-]+$' })),
  }),
  reply: PageOf(LedgerAccount),
  refusals: ['payments.cursor_invalid'],
});

export const listLedgerEntries = defineRoute({
  method: 'GET',
  path: '/payments/admin/ledger/entries',
  name: 'payments.list_ledger_entries',
  summary: 'Entries of one account, newest first',
  access,
  query: Type.Object({ ...pageQuery, account: AccountName }),
  reply: PageOf(LedgerEntry),
  refusals: ['payments.cursor_invalid'],
});

export const adjustCredits = defineRoute({
  method: 'POST',
  path: '/payments/admin/ledger/adjustments',
  name: 'payments.adjust_credits',
  summary: "Give or take a person's credits; the other side of the entry is platform:adjustments",
  access,
  body: Type.Object(
    {
      user_id: Id,
      amount: Type.Integer({
        minimum: -100_000_000,
        maximum: 100_000_000,
        description: 'Minor units; below zero takes away. Never 0.',
      }),
      currency: Currency,
      reason: Type.String({ minLength: 3, maxLength: 200 }),
    },
    { additionalProperties: false },
  ),
  reply: LedgerAccount,
  status: 201,
  refusals: ['payments.person_unknown', 'payments.amount_invalid', 'payments.insufficient_funds'],
});
