import {
  type Budget,
  type BudgetCondition,
  conditionOf,
  type Spent,
  unlimited,
  usedShare,
} from './budget.rules.ts';

/** The subject of the budget that each member without one of their own has. */
export const everyone = '00000000-0000-0000-0000-000000000000';

/** A budget as it is kept, with whose it is. */
export interface SubjectBudget extends Budget {
  readonly subjectId: string;
}

export interface BudgetState extends Budget, Spent {
  readonly isInherited: boolean;
  readonly share: number | undefined;
  readonly state: BudgetCondition;
}

const nothing: Spent = { tokensToday: 0, costMicrosThisMonth: 0 };

/** The budget of a company, or of a member: their own, else that of every member. */
export function budgetFor(
  stored: readonly SubjectBudget[],
  id: string,
  isMember: boolean,
): { readonly budget: Budget; readonly isInherited: boolean } {
  const own = stored.find((budget) => budget.subjectId === id);
  const common = isMember ? stored.find((budget) => budget.subjectId === everyone) : undefined;
  return { budget: own ?? common ?? unlimited, isInherited: own === undefined && common !== undefined };
}

/** A budget with what is used of it. */
export function stateOf(
  stored: readonly SubjectBudget[],
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
