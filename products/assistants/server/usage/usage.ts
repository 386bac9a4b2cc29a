import { Refusal } from '#base/refusal';
import { type Clock, day as dayMs } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Tenants, Workspace } from '#capabilities/tenants/server';
import type { Database, Reader, Tx } from '#platform/server/database';
import type { Log } from '#platform/server/telemetry';
import {
  type Budget,
  type BudgetCondition,
  conditionOf,
  firstOfMonth,
  type Spent,
  secondsToRenewal,
  unlimited,
  usedShare,
  utcDay,
} from './budget.rules.ts';
import { costMicros, type Prices } from './prices.rules.ts';
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
import {
  addSpending,
  budgets,
  deleteBudget,
  everyone,
  lockBudgets,
  recordUsage,
  type StoredBudget,
  spentOf,
  type UsageEntry,
  writeBudget,
} from './usage.store.ts';

export type { Counts } from './usage.read.ts';

/** Permission to use tokens; it must be settled whatever happens. */
export interface Reservation {
  /** Whose budget has less than a fifth left, if any. */
  readonly warning: 'company' | 'mine' | undefined;
  /** Books what was really used and gives the rest back. Losing the booking does not lose the answer. */
  settle(used: Used): Promise<void>;
  /** Gives everything back: nothing was asked. */
  release(): Promise<void>;
}

export interface Used
  extends Pick<UsageEntry, 'id' | 'role' | 'conversationId' | 'model' | 'latencyMs' | 'toolNames'> {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface BudgetState extends Budget, Spent {
  readonly isInherited: boolean;
  readonly share: number | undefined;
  readonly state: BudgetCondition;
}

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

/** `company`, `everyone`, or a member's id. */
export type BudgetSubject = string;

/** Tokens and cost of answers, and the budgets that bound them. */
export interface Usage {
  readonly currency: string;
  /** In the currency; 0 for models without a price. */
  costOf(model: string | null, tokens: { readonly input: number; readonly output: number }): number;
  /**
   * Sets tokens of an answer aside. `estimate` is what it may use at most; models are those it may be given.
   * @throws Refusal `limited` `assistants.budget_exhausted` with `retryAfterSeconds`.
   */
  reserve(
    workspace: Workspace,
    estimate: { readonly input: number; readonly output: number; readonly models: readonly string[] },
  ): Promise<Reservation>;
  /** Books an answer that needed no reservation. */
  record(workspace: Workspace, used: Used): Promise<void>;
  report(workspace: Workspace, days: number): Promise<UsageReport>;
  stats(workspace: Workspace, role: string, days: number): Promise<RoleStats>;
  /** Budgets of single members. @throws Refusal `forbidden` `tenants.role_too_low`. */
  memberBudgets(workspace: Workspace): Promise<readonly (BudgetState & { readonly userId: string })[]>;
  /** @throws as `memberBudgets`, and Refusal `not_found` `assistants.member_not_found`. */
  setBudget(workspace: Workspace, subject: BudgetSubject, budget: Budget): Promise<void>;
  /** @throws as `memberBudgets`. */
  removeBudget(workspace: Workspace, subject: BudgetSubject): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly tenants: Tenants;
  readonly clock: Clock;
  readonly log: Log;
  readonly prices: Prices;
  readonly currency: string;
}

/** What was set aside, and on which day. */
interface Reserved {
  readonly day: string;
  readonly tokens: number;
  readonly costMicros: number;
}

const nothing: Spent = { tokensToday: 0, costMicrosThisMonth: 0 };
const micros = 1_000_000;

export function createUsage(dependencies: Dependencies): Usage {
  const { database, identity, tenants, clock, log, prices, currency } = dependencies;
  const reader = ({ companyId }: Workspace): Reader => database.scoped({ tenant: companyId });
  const inCompany = <Result>({ companyId }: Workspace, work: (tx: Tx) => Promise<Result>) =>
    database.transaction(work, { scope: { tenant: companyId } });
  const subjectId = ({ companyId }: Workspace, subject: BudgetSubject): string =>
    subject === 'company' ? companyId : subject === 'everyone' ? everyone : subject;

  function budgetFor(stored: readonly StoredBudget[], id: string, isMember: boolean) {
    const own = stored.find((budget) => budget.subjectId === id);
    const common = isMember ? stored.find((budget) => budget.subjectId === everyone) : undefined;
    return { budget: own ?? common ?? unlimited, isInherited: own === undefined && common !== undefined };
  }

  function stateOf(
    stored: readonly StoredBudget[],
    spent: ReadonlyMap<string, Spent>,
    id: string,
    isMember: boolean,
  ): BudgetState {
    const { budget, isInherited } = budgetFor(stored, id, isMember);
    const used = spent.get(id) ?? nothing;
    const { tokensPerDay, costMicrosPerMonth } = budget;
    const share = usedShare(budget, used);
    return { tokensPerDay, costMicrosPerMonth, ...used, isInherited, share, state: conditionOf(share) };
  }

  const dates = () => {
    const now = clock();
    return { day: utcDay(now), month: firstOfMonth(now) };
  };

  function periodOf(days: number, userId?: string): Period {
    const now = clock();
    return { from: utcDay(new Date(now.getTime() - (days - 1) * dayMs)), to: utcDay(now), userId };
  }

  function refuse(whose: 'company' | 'mine', state: BudgetState): never {
    const words =
      whose === 'company'
        ? 'The budget of your company for language models is used up.'
        : 'Your budget for language models is used up.';
    throw new Refusal('limited', 'assistants.budget_exhausted', words, {
      budget: whose,
      retryAfterSeconds: secondsToRenewal(state, state, clock()),
    });
  }

  async function change(tx: Tx, { companyId, userId }: Workspace, by: Reserved): Promise<void> {
    for (const subject of [companyId, userId])
      await addSpending(tx, { tenantId: companyId, subjectId: subject, ...by });
  }

  async function quietly(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      log.error({ err: error }, 'The usage of an answer could not be booked');
    }
  }

  function giveBack(workspace: Workspace, { day, tokens, costMicros: cost }: Reserved): Promise<void> {
    return quietly(
      inCompany(workspace, (tx) => change(tx, workspace, { day, tokens: -tokens, costMicros: -cost })),
    );
  }

  function book(workspace: Workspace, used: Used, reserved: Reserved): Promise<void> {
    const price = used.model === null ? undefined : prices.get(used.model);
    const cost = costMicros(price, { input: used.inputTokens, output: used.outputTokens });
    const { day } = reserved;
    const tokens = used.inputTokens + used.outputTokens - reserved.tokens;
    const { companyId: tenantId, userId } = workspace;
    return quietly(
      inCompany(workspace, async (tx) => {
        await change(tx, workspace, { day, tokens, costMicros: cost - reserved.costMicros });
        await recordUsage(tx, { ...used, tenantId, userId, day, costMicros: cost, now: clock() });
      }),
    );
  }

  async function administer(
    workspace: Workspace,
    action: string,
    subject: string,
    work: (tx: Tx) => Promise<unknown>,
  ): Promise<void> {
    tenants.requireRole(workspace, 'admin');
    await inCompany(workspace, async (tx) => {
      await work(tx);
      await identity.audit(tx, {
        actorId: workspace.userId,
        action: `assistants.${action}`,
        subjectId: subjectId(workspace, subject),
        details: { company: workspace.companyId },
      });
    });
  }

  return {
    currency,
    costOf: (model, tokens) => (model === null ? 0 : costMicros(prices.get(model), tokens) / micros),

    async reserve(workspace, { input, output, models }) {
      const { companyId: tenantId, userId } = workspace;
      const subjects = [tenantId, userId];
      const { day, month } = dates();
      const tokens = input + output;
      const dearest = Math.max(0, ...models.map((model) => costMicros(prices.get(model), { input, output })));
      const warning = await inCompany(workspace, async (tx) => {
        const stored = await lockBudgets(tx, [...subjects, everyone]);
        const spent = await spentOf(tx, subjects, { day, month });
        const company = stateOf(stored, spent, tenantId, false);
        const mine = stateOf(stored, spent, userId, true);
        if (company.state === 'exhausted') refuse('company', company);
        if (mine.state === 'exhausted') refuse('mine', mine);
        for (const id of subjects)
          await addSpending(tx, { tenantId, subjectId: id, day, tokens, costMicros: dearest });
        if (mine.state === 'warning') return 'mine';
        return company.state === 'warning' ? 'company' : undefined;
      });
      return {
        warning,
        settle: (used) => book(workspace, used, { day, tokens, costMicros: dearest }),
        release: () => giveBack(workspace, { day, tokens, costMicros: dearest }),
      };
    },

    record: (workspace, used) => book(workspace, used, { day: dates().day, tokens: 0, costMicros: 0 }),

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
        spentOf(source, [companyId, userId], dates()),
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

    async memberBudgets(workspace) {
      tenants.requireRole(workspace, 'admin');
      const source = reader(workspace);
      const stored = await budgets(source);
      const own = stored.filter(({ subjectId: id }) => id !== workspace.companyId && id !== everyone);
      const ids = own.map((budget) => budget.subjectId);
      const spent = await spentOf(source, ids, dates());
      return ids.map((userId) => ({ userId, ...stateOf(stored, spent, userId, true) }));
    },

    async setBudget(workspace, subject, budget) {
      tenants.requireRole(workspace, 'admin');
      const isPerson = subject !== 'company' && subject !== 'everyone';
      if (isPerson && !(await tenants.isMember(workspace.companyId, subject)))
        throw new Refusal('not_found', 'assistants.member_not_found', 'The company has no such member.');
      const { tokensPerDay, costMicrosPerMonth } = budget;
      const tenantId = workspace.companyId;
      const id = subjectId(workspace, subject);
      await administer(workspace, 'budget_set', subject, (tx) =>
        writeBudget(tx, { tenantId, subjectId: id, tokensPerDay, costMicrosPerMonth, now: clock() }),
      );
    },

    removeBudget: (workspace, subject) =>
      administer(workspace, 'budget_removed', subject, (tx) =>
        deleteBudget(tx, subjectId(workspace, subject)),
      ),
  };
}
