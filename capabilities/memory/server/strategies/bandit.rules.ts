import { type Random, sampleBeta } from './beta-sampling.rules.ts';
import { STRATEGY_IDS } from './strategies.ts';
import type { StrategyId } from './strategy.ts';

/** What the choice depends on; the query analysis delivers it. */
export interface ChoiceFeatures {
  readonly asksTime: boolean;
  readonly dated: boolean;
  readonly people: boolean;
  readonly broad: boolean;
  readonly exact: boolean;
  /** Content words of the query. */
  readonly length: number;
}

/** Rewards seen so far, discounted: `rewards` of `trials` were worth it. */
export interface Evidence {
  readonly rewards: number;
  readonly trials: number;
}

/** Evidence by key: a strategy's name for all queries, `name|bucket` for those of one kind. Plain data, to be stored. */
export type BanditState = Readonly<Record<string, Evidence>>;

interface Prior {
  readonly mean: number;
  /** How many trials the prior is worth. */
  readonly strength: number;
}

/** The static winner starts so far ahead that only evidence moves the choice. */
const PRIORS: Readonly<Record<StrategyId, Prior>> = {
  contextual: { mean: 0.75, strength: 80 },
  semantic: { mean: 0.6, strength: 40 },
  temporal: { mean: 0.6, strength: 40 },
  people: { mean: 0.6, strength: 40 },
  thematic: { mean: 0.55, strength: 40 },
  lexical: { mean: 0.5, strength: 40 },
};
/** Each reward forgets a little of what was learned before, so that a changed owner is noticed. */
export const FORGETTING = 0.995;
/** How much of the evidence over all queries counts for each kind of query. */
const GLOBAL_SHARE = 0.3;

/** The kind of a query: evidence is shared within it. */
export function bucketOf(features: ChoiceFeatures): string {
  const time = features.dated ? 'dated' : features.asksTime ? 'when' : 'any';
  const shape = features.broad ? 'broad' : features.exact ? 'exact' : 'plain';
  return `${time}-${features.people ? 'people' : 'nobody'}-${shape}`;
}

/** Strategies worth trying for such a query; `contextual` always is. */
export function plausibleStrategies(
  features: ChoiceFeatures,
  available: { readonly embeddings: boolean },
): StrategyId[] {
  const plausible: Readonly<Record<StrategyId, boolean>> = {
    contextual: true,
    lexical: features.exact || features.length <= 2,
    temporal: features.dated || features.asksTime,
    people: features.people,
    thematic: features.broad,
    semantic: available.embeddings,
  };
  return STRATEGY_IDS.filter((id) => plausible[id]);
}

function posterior(
  state: BanditState,
  strategy: StrategyId,
  bucket: string,
): { alpha: number; beta: number } {
  const prior = PRIORS[strategy];
  const all = state[strategy] ?? { rewards: 0, trials: 0 };
  const own = state[`${strategy}|${bucket}`] ?? { rewards: 0, trials: 0 };
  const rewards = own.rewards + GLOBAL_SHARE * Math.max(0, all.rewards - own.rewards);
  const trials = own.trials + GLOBAL_SHARE * Math.max(0, all.trials - own.trials);
  return {
    alpha: prior.mean * prior.strength + rewards,
    beta: (1 - prior.mean) * prior.strength + Math.max(0, trials - rewards),
  };
}

export interface Choice {
  readonly strategy: StrategyId;
  readonly bucket: string;
}

/**
 * Chooses a strategy by Thompson sampling among the plausible ones. Without `random` the best expectation wins:
 * nothing is explored, and with no evidence that is `contextual`.
 */
export function chooseStrategy(
  state: BanditState,
  features: ChoiceFeatures,
  available: { readonly embeddings: boolean },
  random: Random | null,
): Choice {
  const bucket = bucketOf(features);
  let best: StrategyId = 'contextual';
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const strategy of plausibleStrategies(features, available)) {
    const { alpha, beta } = posterior(state, strategy, bucket);
    const value = random === null ? alpha / (alpha + beta) : sampleBeta(alpha, beta, random);
    if (value > bestValue) {
      best = strategy;
      bestValue = value;
    }
  }
  return { strategy: best, bucket };
}

function learned(evidence: Evidence | undefined, reward: number): Evidence {
  const { rewards, trials } = evidence ?? { rewards: 0, trials: 0 };
  return { rewards: rewards * FORGETTING + reward, trials: trials * FORGETTING + 1 };
}

/** The two entries a reward (0 useless .. 1 just right, clamped) changes: merge them into the state and store them. */
export function rewardStrategy(
  state: BanditState,
  { strategy, bucket }: Choice,
  reward: number,
): BanditState {
  const value = Number.isFinite(reward) ? Math.min(1, Math.max(0, reward)) : 0;
  const key = `${strategy}|${bucket}`;
  return { [strategy]: learned(state[strategy], value), [key]: learned(state[key], value) };
}

export interface StrategySuccess {
  readonly strategy: StrategyId;
  /** Mean reward, the prior's mean before the first trial. */
  readonly rate: number;
  /** Discounted number of rewarded uses. */
  readonly trials: number;
}

/** How well each strategy has done, over all queries. */
export function successRates(state: BanditState): StrategySuccess[] {
  return STRATEGY_IDS.map((strategy) => {
    const { rewards, trials } = state[strategy] ?? { rewards: 0, trials: 0 };
    return { strategy, trials, rate: trials > 0 ? rewards / trials : PRIORS[strategy].mean };
  });
}
