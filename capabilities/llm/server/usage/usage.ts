import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Database } from '#platform/server/database';
import type { Log } from '#platform/server/telemetry';
import type { TokenUsage } from '../chat/events.ts';
import { grantOutput, secondsToNextDay, utcDay } from './budget.rules.ts';
import { bookTokens, lockOwner, reserveTokens, spentOn, type UsageKey } from './usage.store.ts';

/** Permission to use tokens; it must be settled whatever happens. */
interface Reservation {
  /** At most what was asked for, less when the day's budget is nearly used up. */
  readonly maxOutputTokens: number;
  /** Books what was really used; undefined: nothing. A database that is away loses the booking, not the answer. */
  settle(used: TokenUsage | undefined): Promise<void>;
}

export interface UsageLedger {
  /** @throws Refusal `limited` `llm.budget_exhausted` */
  reserve(
    owner: string,
    component: string,
    wanted: { readonly inputTokens: number; readonly maxOutputTokens: number },
  ): Promise<Reservation>;
}

export function usageLedger({
  database,
  clock,
  log,
  dailyBudget,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly dailyBudget: number | undefined;
}): UsageLedger {
  async function reserveWithin(budget: number, key: UsageKey, inputTokens: number, wanted: number) {
    return database.transaction(async (tx) => {
      await lockOwner(tx, key.owner);
      const spent = await spentOn(tx, key.owner, key.day);
      const output = grantOutput(budget - spent, inputTokens, wanted);
      if (output !== undefined) await reserveTokens(tx, key, inputTokens + output);
      return output;
    });
  }

  return {
    async reserve(owner, component, { inputTokens, maxOutputTokens }) {
      const now = clock();
      const key = { owner, component, day: utcDay(now) };
      const granted =
        dailyBudget === undefined
          ? maxOutputTokens
          : await reserveWithin(dailyBudget, key, inputTokens, maxOutputTokens);
      if (granted === undefined) {
        throw new Refusal(
          'limited',
          'llm.budget_exhausted',
          'The daily budget of the language model is used up.',
          {
            retryAfterSeconds: secondsToNextDay(now),
          },
        );
      }
      const reserved = dailyBudget === undefined ? 0 : inputTokens + granted;
      return {
        maxOutputTokens: granted,
        async settle(used) {
          if (used === undefined && reserved === 0) return;
          try {
            await bookTokens(database, key, {
              input: used?.inputTokens ?? 0,
              output: used?.outputTokens ?? 0,
              requests: used === undefined ? 0 : 1,
              reserved,
            });
          } catch (error) {
            log.error({ err: error, component }, 'Token usage could not be booked');
          }
        },
      };
    },
  };
}
