import { type Reader, sql, type Tx } from '#platform/server/database';
import type { SpaceRow } from '../spaces/space.store.ts';
import type { BanditState } from '../strategies/bandit.rules.ts';

export async function findStrategyState(reader: Reader, spaceId: string): Promise<BanditState> {
  const row = await reader.row<{ state: BanditState }>(sql`
    SELECT state FROM memory.strategy_state WHERE space_id = ${spaceId}`);
  return row?.state ?? {};
}

/** Holds the state of a space until the transaction ends, so that no reward is lost. */
export async function lockStrategyState(tx: Tx, space: SpaceRow, now: Date): Promise<BanditState> {
  await tx.run(sql`
    INSERT INTO memory.strategy_state (space_id, owner_id, state, updated_at)
    VALUES (${space.id}, ${space.owner_id}, '{}', ${now}) ON CONFLICT (space_id) DO NOTHING`);
  const row = await tx.row<{ state: BanditState }>(sql`
    SELECT state FROM memory.strategy_state WHERE space_id = ${space.id} FOR UPDATE`);
  return row?.state ?? {};
}

/** Merges changed entries in and counts the reward for the day and for all time. */
export async function saveReward(
  tx: Tx,
  space: SpaceRow,
  changed: BanditState,
  strategy: string,
  reward: number,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE memory.strategy_state SET state = state || ${JSON.stringify(changed)}::jsonb, updated_at = ${now}
     WHERE space_id = ${space.id}`);
  await tx.run(sql`
    INSERT INTO memory.strategy_day (space_id, owner_id, strategy, day, rewarded, reward_sum)
    VALUES (${space.id}, ${space.owner_id}, ${strategy}, ${now.toISOString().slice(0, 10)}, 1, ${reward})
    ON CONFLICT (space_id, strategy, day) DO UPDATE
      SET rewarded = strategy_day.rewarded + 1, reward_sum = strategy_day.reward_sum + excluded.reward_sum`);
  await tx.run(sql`
    INSERT INTO memory.strategy_tally (strategy, rewarded, reward_sum) VALUES (${strategy}, 1, ${reward})
    ON CONFLICT (strategy) DO UPDATE
      SET rewarded = strategy_tally.rewarded + 1, reward_sum = strategy_tally.reward_sum + excluded.reward_sum`);
}

export interface NewFeedback {
  readonly recallId: string;
  readonly kind: 'judged' | 'cited' | 'followed_up' | 'corrected';
  readonly useful: boolean | null;
  readonly reason: string | null;
  readonly nodeIds: readonly string[];
}

/** Keeps feedback; answers false when the same was said before, so that it is not counted twice. */
export async function saveFeedback(
  tx: Tx,
  space: SpaceRow,
  feedback: NewFeedback,
  now: Date,
): Promise<boolean> {
  const { recallId, kind, useful, reason, nodeIds } = feedback;
  const before = await tx.row<{ useful: boolean | null }>(sql`
    SELECT useful FROM memory.feedback WHERE recall_id = ${recallId} AND kind = ${kind}`);
  await tx.run(sql`
    INSERT INTO memory.feedback (recall_id, kind, space_id, owner_id, useful, reason, node_ids, created_at)
    VALUES (${recallId}, ${kind}, ${space.id}, ${space.owner_id}, ${useful}, ${reason}, ${nodeIds}::uuid[], ${now})
    ON CONFLICT (recall_id, kind) DO UPDATE
      SET useful = excluded.useful, reason = excluded.reason, node_ids = excluded.node_ids, created_at = excluded.created_at`);
  return before === undefined || before.useful !== useful;
}

export interface StrategyDayRow {
  readonly strategy: string;
  readonly day: string;
  readonly uses: number;
  readonly rewarded: number;
  readonly reward_sum: number;
}

export async function strategyDays(reader: Reader, spaceId: string): Promise<StrategyDayRow[]> {
  return reader.rows<StrategyDayRow>(sql`
    SELECT strategy, day::text AS day, uses, rewarded, reward_sum FROM memory.strategy_day
     WHERE space_id = ${spaceId} ORDER BY day`);
}
