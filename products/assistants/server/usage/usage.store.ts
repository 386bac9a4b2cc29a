import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Spent } from './budget.rules.ts';
import type { SubjectBudget } from './budget-state.rules.ts';

interface BudgetRow {
  readonly subject_id: string;
  readonly tokens_per_day: number | null;
  readonly cost_micros_per_month: number | null;
}

function budgetOf(row: BudgetRow): SubjectBudget {
  return {
    subjectId: row.subject_id,
    tokensPerDay: row.tokens_per_day,
    costMicrosPerMonth: row.cost_micros_per_month,
  };
}

/** All budgets of the scope's company. */
export async function budgets(reader: Reader): Promise<readonly SubjectBudget[]> {
  const rows = await reader.rows<BudgetRow>(
    sql`SELECT subject_id, tokens_per_day, cost_micros_per_month FROM assistants.budget ORDER BY subject_id`,
  );
  return rows.map(budgetOf);
}

/** As `budgets` for some subjects; reservations under them wait for one another until the transaction ends. */
export async function lockBudgets(tx: Tx, subjectIds: readonly string[]): Promise<readonly SubjectBudget[]> {
  const rows = await tx.rows<BudgetRow>(sql`
    SELECT subject_id, tokens_per_day, cost_micros_per_month FROM assistants.budget
    WHERE subject_id = ANY(${subjectIds}::uuid[]) ORDER BY subject_id FOR UPDATE`);
  return rows.map(budgetOf);
}

export async function writeBudget(
  tx: Tx,
  budget: SubjectBudget & { readonly tenantId: string; readonly now: Date },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO assistants.budget (tenant_id, subject_id, tokens_per_day, cost_micros_per_month, updated_at)
    VALUES (${budget.tenantId}, ${budget.subjectId}, ${budget.tokensPerDay}, ${budget.costMicrosPerMonth}, ${budget.now})
    ON CONFLICT (tenant_id, subject_id) DO UPDATE SET tokens_per_day = excluded.tokens_per_day,
      cost_micros_per_month = excluded.cost_micros_per_month, updated_at = excluded.updated_at`);
}

export function deleteBudget(tx: Tx, subjectId: string): Promise<number> {
  return tx.run(sql`DELETE FROM assistants.budget WHERE subject_id = ${subjectId}`);
}

/** What subjects spent: tokens on a day, cost from the first of its month. */
export async function spentOf(
  reader: Reader,
  subjectIds: readonly string[],
  { day, month }: { readonly day: string; readonly month: string },
): Promise<ReadonlyMap<string, Spent>> {
  const rows = await reader.rows<{ subject_id: string; tokens: number; cost_micros: number }>(sql`
    SELECT subject_id, coalesce(sum(tokens) FILTER (WHERE spent_on = ${day}::date), 0)::bigint AS tokens,
      coalesce(sum(cost_micros), 0)::bigint AS cost_micros
    FROM assistants.spending
    WHERE subject_id = ANY(${subjectIds}::uuid[]) AND spent_on >= ${month}::date AND spent_on <= ${day}::date
    GROUP BY subject_id`);
  return new Map(
    rows.map((row) => [row.subject_id, { tokensToday: row.tokens, costMicrosThisMonth: row.cost_micros }]),
  );
}

/** Adds to what a subject spent; negative amounts give a reservation back. */
export async function addSpending(
  tx: Tx,
  spending: {
    readonly tenantId: string;
    readonly subjectId: string;
    readonly day: string;
    readonly tokens: number;
    readonly costMicros: number;
  },
): Promise<void> {
  const { tenantId, subjectId, day, tokens, costMicros } = spending;
  await tx.run(sql`
    INSERT INTO assistants.spending (tenant_id, subject_id, spent_on, tokens, cost_micros)
    VALUES (${tenantId}, ${subjectId}, ${day}::date, greatest(0, ${tokens}::bigint), greatest(0, ${costMicros}::bigint))
    ON CONFLICT (tenant_id, subject_id, spent_on) DO UPDATE SET
      tokens = greatest(0, assistants.spending.tokens + ${tokens}::bigint),
      cost_micros = greatest(0, assistants.spending.cost_micros + ${costMicros}::bigint)`);
}

export interface UsageEntry {
  /** The answer. An answer that is continued adds to its entry. */
  readonly id: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly role: string;
  readonly conversationId: string;
  readonly day: string;
  readonly model: string | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costMicros: number;
  readonly latencyMs: number;
  readonly toolNames: readonly string[];
  readonly now: Date;
}

export async function recordUsage(tx: Tx, entry: UsageEntry): Promise<void> {
  await tx.run(sql`
    INSERT INTO assistants.usage_entry (id, tenant_id, user_id, role_name, conversation_id, used_on, model,
      input_tokens, output_tokens, cost_micros, latency_ms, tool_names, created_at)
    VALUES (${entry.id}, ${entry.tenantId}, ${entry.userId}, ${entry.role}, ${entry.conversationId},
      ${entry.day}::date, ${entry.model}, ${entry.inputTokens}, ${entry.outputTokens}, ${entry.costMicros},
      ${entry.latencyMs}, ${entry.toolNames}::text[], ${entry.now})
    ON CONFLICT (id) DO UPDATE SET
      input_tokens = assistants.usage_entry.input_tokens + excluded.input_tokens,
      output_tokens = assistants.usage_entry.output_tokens + excluded.output_tokens,
      cost_micros = assistants.usage_entry.cost_micros + excluded.cost_micros,
      latency_ms = assistants.usage_entry.latency_ms + excluded.latency_ms,
      tool_names = assistants.usage_entry.tool_names || excluded.tool_names`);
}

export async function judgeUsage(
  tx: Tx,
  id: string,
  useful: boolean | null,
  reasons: readonly string[],
): Promise<void> {
  await tx.run(sql`
    UPDATE assistants.usage_entry SET useful = ${useful}, reasons = ${reasons}::text[] WHERE id = ${id}`);
}

/** Forgets who used what; the company's figures stay. */
export async function forgetUser(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`UPDATE assistants.usage_entry SET user_id = NULL WHERE user_id = ${userId}`);
  await tx.run(sql`DELETE FROM assistants.budget WHERE subject_id = ${userId}`);
  await tx.run(sql`DELETE FROM assistants.spending WHERE subject_id = ${userId}`);
}
