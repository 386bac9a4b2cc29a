import { type Clock, day as dayMs } from '#base/time';
import type { Workspace } from '#capabilities/tenants/server';
import type { Database, Reader } from '#platform/server/database';
import { type Budget, firstOfMonth, utcDay } from './budget.rules.ts';
import { type BudgetState, budgetFor, everyone, stateOf } from './budget-state.rules.ts';
import {
  type Counts,
  type NamedCounts,
  type Period,
  type RoleDay,
  type RoleFigures,
  roleDays,
  roleFigures,
  roleWords,
  usageBy,
} from './usage.read.ts';
import { budgets, spentOf } from './usage.store.ts';

export interface UsageReport {
  readonly from: string;
  readonly to: string;
  readonly total: Counts;
  readonly byDay: readonly NamedCounts[];
  readonly byRole: readonly NamedCounts[];
  readonly byModel: readonly NamedCounts[];
  readonly byUser: readonly NamedCounts[];
  readonly company: BudgetState;
  readonly mine: BudgetState;
  readonly everyone: Budget;
}

export interface RoleStats extends RoleFigures {
  readonly from: string;
  readonly to: string;
  readonly tools: readonly { readonly name: string; readonly count: number }[];
  readonly reasons: readonly { readonly name: string; readonly count: number }[];
  readonly byDay: readonly RoleDay[];
}

/** What was used, for people. */
export interface Reports {
  /** Of the whole company for its administrators, of their own for others. */
  report(workspace: Workspace, days: number): Promise<UsageReport>;
  stats(workspace: Workspace, role: string, days: number): Promise<RoleStats>;
}

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
}

export function createReports({ database, clock }: Dependencies): Reports {
  const reader = ({ companyId }: Workspace): Reader => database.scoped({ tenant: companyId });

  function periodOf(days: number, userId?: string): Period {
    const now = clock();
    return { from: utcDay(new Date(now.getTime() - (days - 1) * dayMs)), to: utcDay(now), userId };
  }

  return {
    async report(workspace, days) {
      const { companyId, userId, role } = workspace;
      const mayAll = role === 'owner' || role === 'admin';
      const period = periodOf(days, mayAll ? undefined : userId);
      const source = reader(workspace);
      const [byDay, byRole, byModel, byUser, stored, spent] = await Promise.all([
        usageBy(source, 'day', period),
        usageBy(source, 'role', period),
        usageBy(source, 'model', period),
        usageBy(source, 'user', period),
        budgets(source),
        spentOf(source, [companyId, userId], { day: period.to, month: firstOfMonth(clock()) }),
      ]);
      const sum = (read: (line: Counts) => number): number =>
        byDay.reduce((total, line) => total + read(line), 0);
      return {
        from: period.from,
        to: period.to,
        total: {
          requests: sum((line) => line.requests),
          inputTokens: sum((line) => line.inputTokens),
          outputTokens: sum((line) => line.outputTokens),
          costMicros: sum((line) => line.costMicros),
        },
        byDay,
        byRole,
        byModel,
        byUser,
        company: stateOf(stored, spent, companyId, false),
        mine: stateOf(stored, spent, userId, true),
        everyone: budgetFor(stored, everyone, false).budget,
      };
    },

    async stats(workspace, role, days) {
      const source = reader(workspace);
      const period = periodOf(days);
      const [figures, tools, reasons, byDay] = await Promise.all([
        roleFigures(source, role, period),
        roleWords(source, role, period, 'tools'),
        roleWords(source, role, period, 'reasons'),
        roleDays(source, role, period),
      ]);
      return { ...figures, from: period.from, to: period.to, tools, reasons, byDay };
    },
  };
}
