import { type Static, Type } from 'typebox';
import { defineRoute, IdParams, Instant, Nullable } from '#platform/contract';

const mine = { access: 'signed-in', scope: 'companies:read' } as const;
const manage = { access: 'signed-in', scope: 'companies:manage' } as const;

/** What a company asks of its members, and what I have shown. */
export const EntryRules = Type.Object({
  second_factor_required: Type.Boolean(),
  directory_required: Type.Boolean(),
  has_directory: Type.Boolean(),
  mine: Type.Object({
    second_factor: Type.Boolean(),
    /** Until when this session counts as confirmed by the directory. */
    confirmed_until: Nullable(Instant),
  }),
});

export type EntryRules = Static<typeof EntryRules>;

export const getEntryRules = defineRoute({
  method: 'GET',
  path: '/companies/:id/entry',
  name: 'tenants.get_entry_rules',
  summary: 'What the company asks of its members; told before they show it',
  ...mine,
  params: IdParams,
  reply: EntryRules,
  refusals: ['tenants.company_not_found'],
});

export const setEntryRules = defineRoute({
  method: 'PUT',
  path: '/companies/:id/entry',
  name: 'tenants.set_entry_rules',
  summary: 'Ask all members for a second factor, or for a confirmation by the directory (owners)',
  ...manage,
  params: IdParams,
  body: Type.Object(
    { second_factor_required: Type.Boolean(), directory_required: Type.Boolean() },
    { additionalProperties: false },
  ),
  reply: EntryRules,
  refusals: [
    'tenants.company_not_found',
    'tenants.role_too_low',
    'tenants.personal_space',
    'tenants.directory_missing',
    'tenants.directory_untried',
    'tenants.own_second_factor_first',
    'tenants.directory_required',
    'tenants.second_factor_required',
  ],
});
