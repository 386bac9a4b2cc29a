import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Workspace } from '#capabilities/tenants/server';
import type { Database, Tx } from '#platform/server/database';
import type { Log } from '#platform/server/telemetry';
import { firstOfMonth, secondsToRenewal, utcDay } from './budget.rules.ts';
import { type BudgetState, everyone, stateOf } from './budget-state.rules.ts';
import { costMicros, type Prices } from './prices.rules.ts';
import { addSpending, lockBudgets, recordUsage, spentOf, type UsageEntry } from './usage.store.ts';

/** Permission to use tokens; it must be settled whatever happens. */
export interface Reservation {
  /** Whose budget has less than a fifth left, if any. */
  readonly warning: 'company' | 'mine' | undefined;
  /** Books what was really used and gives the rest back. Losing the booking does not lose the answer. */
  settle(used: Used): Promise<void>;
  /** Gives everything back: nothing was asked. */
  release(): Promise<void>;
}

interface Used
  extends Pick<UsageEntry, 'id' | 'role' | 'conversationId' | 'model' | 'latencyMs' | 'toolNames'> {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Tokens of answers: set aside before, booked after. */
export interface Booking {
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
}

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly prices: Prices;
}

/** What was set aside, and on which day. */
interface Reserved {
  readonly day: string;
  readonly tokens: number;
  readonly costMicros: number;
}

export function createBooking({ database, clock, log, prices }: Dependencies): Booking {
  const inCompany = <Result>({ companyId }: Workspace, work: (tx: Tx) => Promise<Result>) =>
    database.transaction(work, { scope: { tenant: companyId } });

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

  return {
    async reserve(workspace, { input, output, models }) {
      const { companyId: tenantId, userId } = workspace;
      const subjects = [tenantId, userId];
      const now = clock();
      const [day, month] = [utcDay(now), firstOfMonth(now)];
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

    record: (workspace, used) => book(workspace, used, { day: utcDay(clock()), tokens: 0, costMicros: 0 }),
  };
}
