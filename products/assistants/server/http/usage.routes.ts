import type { ServeDoor } from '#platform/server/modules';
import type * as wire from '../../contract/index.ts';
import * as contract from '../../contract/index.ts';
import type { AssistantsService } from '../assistants.ts';
import type { Budget } from '../usage/budget.rules.ts';
import type { BudgetState, Counts, RoleStats, UsageReport } from '../usage/usage.ts';
import { workspaceOf } from './workspace.ts';

const micros = 1_000_000;

function presentBudget({ tokensPerDay, costMicrosPerMonth }: Budget): wire.Budget {
  return {
    tokens_per_day: tokensPerDay,
    cost_per_month: costMicrosPerMonth === null ? null : costMicrosPerMonth / micros,
  };
}

function budgetOf({ tokens_per_day, cost_per_month }: wire.Budget): Budget {
  return {
    tokensPerDay: tokens_per_day,
    costMicrosPerMonth: cost_per_month === null ? null : Math.round(cost_per_month * micros),
  };
}

function presentState(state: BudgetState): wire.BudgetState {
  return {
    ...presentBudget(state),
    inherited: state.isInherited,
    tokens_today: state.tokensToday,
    cost_this_month: state.costMicrosThisMonth / micros,
    share: state.share ?? null,
    state: state.state,
  };
}

function presentCounts({ requests, inputTokens, outputTokens, costMicros }: Counts) {
  return {
    requests,
    input_tokens: inputTokens,
    output_tokens: outputTokens,
    cost: costMicros / micros,
  };
}

function presentReport(report: UsageReport, currency: string): wire.UsageReport {
  const { from, to, total, byDay, byRole, byModel, byUser } = report;
  return {
    currency,
    from,
    to,
    total: presentCounts(total),
    by_day: byDay.map((line) => ({ day: line.name ?? '', ...presentCounts(line) })),
    by_role: byRole.map((line) => ({ role: line.name ?? '', ...presentCounts(line) })),
    by_model: byModel.map((line) => ({ model: line.name ?? '', ...presentCounts(line) })),
    by_user: byUser.map((line) => ({ user_id: line.name, ...presentCounts(line) })),
    budgets: {
      company: presentState(report.company),
      mine: presentState(report.mine),
      everyone: presentBudget(report.everyone),
    },
  };
}

function presentStats(stats: RoleStats, role: string, currency: string): wire.RoleStats {
  const { from, to, requests, conversations, people, tokens } = stats;
  return {
    role,
    from,
    to,
    currency,
    requests,
    conversations,
    people,
    tokens,
    cost: stats.costMicros / micros,
    offline_requests: stats.offlineRequests,
    latency_ms: { p50: stats.p50, p95: stats.p95 },
    tools: stats.tools.map(({ name, count }) => ({ name, calls: count })),
    feedback: {
      useful: stats.useful,
      not_useful: stats.notUseful,
      reasons: stats.reasons.map(({ name, count }) => ({ reason: name, count })),
    },
    by_day: stats.byDay.map(({ day, requests: count, tokens: used, costMicros }) => ({
      day,
      requests: count,
      tokens: used,
      cost: costMicros / micros,
    })),
  };
}

/** What the assistants cost, and how each is used. */
export function mountUsage({ mount, service }: ServeDoor<AssistantsService>): void {
  const { usage, roles, tenants } = service;
  mount(contract.getUsage, async (request) => {
    const report = await usage.report(await workspaceOf(tenants, request), request.query.days ?? 30);
    return presentReport(report, usage.currency);
  });
  mount(contract.listBudgets, async (request) => {
    const members = await usage.memberBudgets(await workspaceOf(tenants, request));
    const items = members.map(({ userId, ...state }) => ({ user_id: userId, ...presentState(state) }));
    return { items, next_cursor: null };
  });
  mount(contract.setBudget, async (request) => {
    const budget = budgetOf(request.body);
    await usage.setBudget(await workspaceOf(tenants, request), request.params.subject, budget);
    return presentBudget(budget);
  });
  mount(contract.removeBudget, async (request) =>
    usage.removeBudget(await workspaceOf(tenants, request), request.params.subject),
  );
  mount(contract.roleStats, async (request) => {
    const workspace = await workspaceOf(tenants, request);
    const { name } = await roles.get(workspace, request.params.role);
    return presentStats(await usage.stats(workspace, name, request.query.days ?? 30), name, usage.currency);
  });
}
