import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Tenants, Workspace } from '#capabilities/tenants/server';
import type { Database, Tx } from '#platform/server/database';
import { type Budget, firstOfMonth, utcDay } from './budget.rules.ts';
import { type BudgetState, everyone, stateOf } from './budget-state.rules.ts';
import { budgets, deleteBudget, spentOf, writeBudget } from './usage.store.ts';

/** `company`, `everyone`, or a member's id. */
type BudgetSubject = string;

/** Who may use how much; the administrators of a company say. */
export interface Budgets {
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
}

export function createBudgets({ database, identity, tenants, clock }: Dependencies): Budgets {
  const subjectId = ({ companyId }: Workspace, subject: BudgetSubject): string =>
    subject === 'company' ? companyId : subject === 'everyone' ? everyone : subject;

  async function administer(
    workspace: Workspace,
    action: string,
    subject: string,
    work: (tx: Tx) => Promise<unknown>,
  ): Promise<void> {
    tenants.requireRole(workspace, 'admin');
    await database.transaction(
      async (tx) => {
        await work(tx);
        await identity.audit(tx, {
          actorId: workspace.userId,
          action: `assistants.${action}`,
          subjectId: subjectId(workspace, subject),
          details: { company: workspace.companyId },
        });
      },
      { scope: { tenant: workspace.companyId } },
    );
  }

  return {
    async memberBudgets(workspace) {
      tenants.requireRole(workspace, 'admin');
      const source = database.scoped({ tenant: workspace.companyId });
      const now = clock();
      const stored = await budgets(source);
      const own = stored.filter(({ subjectId: id }) => id !== workspace.companyId && id !== everyone);
      const ids = own.map((budget) => budget.subjectId);
      const spent = await spentOf(source, ids, { day: utcDay(now), month: firstOfMonth(now) });
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
