import { type Static, Type } from 'typebox';
import { defineRoute, Id, Nullable } from '#platform/contract';
import { AllOf } from './lists.ts';
import { RoleName, RoleParams } from './role.ts';

const read = { access: 'signed-in', scope: 'assistants:read' } as const;
const manage = { access: 'signed-in', scope: 'assistants:manage' } as const;

/** A day of the calendar, UTC: `2026-11-21`. */
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

const Counts = {
  requests: Type.Integer({ minimum: 0 }),
  input_tokens: Type.Integer({ minimum: 0 }),
  output_tokens: Type.Integer({ minimum: 0 }),
  /** In `currency`. */
  cost: Type.Number({ minimum: 0 }),
};

/** How much may be used. Days and months are UTC; null: unlimited. */
export const Budget = Type.Object({
  tokens_per_day: Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })),
  /** In `currency`. */
  cost_per_month: Nullable(Type.Number({ minimum: 0, maximum: 1_000_000_000 })),
});

export type Budget = Static<typeof Budget>;

export const BudgetState = Type.Object({
  ...Budget.properties,
  /** True for a person whose budget is the one of everybody. */
  inherited: Type.Boolean(),
  /** Running answers count as what they may use at most. */
  tokens_today: Type.Integer({ minimum: 0 }),
  cost_this_month: Type.Number({ minimum: 0 }),
  /** The larger of the two used shares, 1 = all; null without a budget. */
  share: Nullable(Type.Number({ minimum: 0 })),
  /** `warning` from 80 %; `exhausted`: questions to a language model are refused. */
  state: Type.Enum(['free', 'ok', 'warning', 'exhausted']),
});

export type BudgetState = Static<typeof BudgetState>;

export const UsageReport = Type.Object({
  currency: Type.String(),
  from: Day,
  to: Day,
  total: Type.Object(Counts),
  /** Every day with usage, oldest first. */
  by_day: Type.Array(Type.Object({ day: Day, ...Counts })),
  by_role: Type.Array(Type.Object({ role: RoleName, ...Counts })),
  /** `provider:model`. */
  by_model: Type.Array(Type.Object({ model: Type.String(), ...Counts })),
  /** The company's administrators see everybody, others themselves. Null: an account that is gone. */
  by_user: Type.Array(Type.Object({ user_id: Nullable(Id), ...Counts })),
  budgets: Type.Object({ company: BudgetState, mine: BudgetState, everyone: Budget }),
});

export type UsageReport = Static<typeof UsageReport>;

const Period = Type.Object({
  /** Days back from today, today included. */
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, default: 30 })),
});

export const getUsage = defineRoute({
  method: 'GET',
  path: '/api/assistants/usage',
  name: 'assistants.get_usage',
  summary: 'Tokens and cost by day, assistant, model and person, and what is left of the budgets',
  ...read,
  query: Period,
  reply: UsageReport,
  refusals: ['tenants.company_not_found'],
});

const Subject = Type.Object({
  /** `company`, `everyone` (each person without a budget of their own), or a member's id. */
  subject: Type.Union([Type.Enum(['company', 'everyone']), Id]),
});

export const setBudget = defineRoute({
  method: 'PUT',
  path: '/api/assistants/usage/budgets/:subject',
  name: 'assistants.set_budget',
  summary: 'Set the budget of the company, of everybody or of one member (administrators of the company)',
  ...manage,
  params: Subject,
  body: Budget,
  reply: Budget,
  refusals: ['tenants.role_too_low', 'assistants.member_not_found', 'tenants.company_not_found'],
});

export const removeBudget = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/usage/budgets/:subject',
  name: 'assistants.remove_budget',
  summary: 'Take a budget away; a member then has the one of everybody',
  ...manage,
  params: Subject,
  status: 204,
  refusals: ['tenants.role_too_low', 'tenants.company_not_found'],
});

export const listBudgets = defineRoute({
  method: 'GET',
  path: '/api/assistants/usage/budgets',
  name: 'assistants.list_budgets',
  summary: 'The budgets that members have of their own (administrators of the company)',
  ...manage,
  reply: AllOf(Type.Object({ user_id: Id, ...BudgetState.properties })),
  refusals: ['tenants.role_too_low', 'tenants.company_not_found'],
});

export const RoleStats = Type.Object({
  role: RoleName,
  from: Day,
  to: Day,
  currency: Type.String(),
  requests: Type.Integer({ minimum: 0 }),
  conversations: Type.Integer({ minimum: 0 }),
  people: Type.Integer({ minimum: 0 }),
  tokens: Type.Integer({ minimum: 0 }),
  cost: Type.Number({ minimum: 0 }),
  /** Answers without a language model. */
  offline_requests: Type.Integer({ minimum: 0 }),
  /** Milliseconds; null without requests. */
  latency_ms: Type.Object({ p50: Nullable(Type.Number()), p95: Nullable(Type.Number()) }),
  tools: Type.Array(Type.Object({ name: Type.String(), calls: Type.Integer({ minimum: 0 }) })),
  feedback: Type.Object({
    useful: Type.Integer({ minimum: 0 }),
    not_useful: Type.Integer({ minimum: 0 }),
    reasons: Type.Array(Type.Object({ reason: Type.String(), count: Type.Integer({ minimum: 0 }) })),
  }),
  by_day: Type.Array(
    Type.Object({
      day: Day,
      requests: Type.Integer({ minimum: 0 }),
      tokens: Type.Integer({ minimum: 0 }),
      cost: Type.Number({ minimum: 0 }),
    }),
  ),
});

export type RoleStats = Static<typeof RoleStats>;

export const roleStats = defineRoute({
  method: 'GET',
  path: '/api/assistants/:role/stats',
  name: 'assistants.role_stats',
  summary: 'How an assistant is used in this company: figures only, no words of anybody',
  ...read,
  params: RoleParams,
  query: Period,
  reply: RoleStats,
  refusals: ['assistants.role_not_found', 'tenants.company_not_found'],
});
