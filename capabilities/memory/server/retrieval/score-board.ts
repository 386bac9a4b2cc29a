import type { Strategy } from '../strategies/strategy.ts';
import { dayMoments, namedSpeaker, participantFactor, temporalFactor } from './boosts.rules.ts';
import type { Contribution, StageName } from './explanation.ts';
import { type Factors, factorsOf, HIGHEST_FACTOR, LOWEST_FACTOR } from './factors.rules.ts';
import type { AnalyzedQuery } from './query.rules.ts';
import type { SpaceView } from './space-view.ts';

/** Additive contributions by slot, in the order they are explained. */
export interface AdditiveStage {
  readonly stage: StageName;
  readonly scores: Float64Array;
}

/** The sum of the stages, by slot. */
export function summed(count: number, stages: readonly AdditiveStage[]): Float64Array {
  const total = new Float64Array(count);
  for (const { scores } of stages) {
    for (let slot = 0; slot < count; slot += 1) total[slot] = (total[slot] ?? 0) + (scores[slot] ?? 0);
  }
  return total;
}

export function highest(scores: Float64Array): number {
  let best = 0;
  for (let slot = 0; slot < scores.length; slot += 1) {
    const score = scores[slot] ?? 0;
    if (score > best) best = score;
  }
  return best;
}

export interface Multipliers {
  /** All factors of a memory multiplied. */
  readonly product: (slot: number) => number;
  /** The same factors one by one, in the order they are explained. */
  readonly explain: (slot: number) => readonly Contribution[];
  /** No product lies outside these. */
  readonly lowest: number;
  readonly highest: number;
}

export function createMultipliers(
  view: SpaceView,
  query: AnalyzedQuery,
  strategy: Strategy,
  at: number,
): Multipliers {
  const wanted = namedSpeaker(view, query);
  const asked = { ranges: query.dates.map(dayMoments), asksTime: query.features.asksTime };
  const { speaker, occurredAt, importance, accessCount } = view.columns;
  const ofSpeaker = (slot: number): number =>
    participantFactor(speaker[slot] ?? -1, wanted, strategy.participantBoost);
  const ofTime = (slot: number): number =>
    temporalFactor(asked, { occurredAt: occurredAt[slot] ?? 0, dates: view.dates(slot) }, strategy);
  const ofStanding = (slot: number): Factors =>
    factorsOf(
      {
        occurredAt: occurredAt[slot] ?? 0,
        importance: importance[slot] ?? 0,
        accessCount: accessCount[slot] ?? 0,
      },
      at,
      strategy.factors,
    );
  const { recency: r, importance: i, access: a } = strategy.factors;
  return {
    lowest: Math.max(LOWEST_FACTOR, (1 - r) * (1 - i) * (1 - a)),
    highest:
      Math.min(HIGHEST_FACTOR, (1 + r) * (1 + i) * (1 + a)) *
      (1 + strategy.participantBoost) *
      (1 + Math.max(strategy.dateBoost, strategy.timeMentionBoost)),
    product: (slot) => {
      const { recency, importance: worth, access, bound } = ofStanding(slot);
      return ofSpeaker(slot) * ofTime(slot) * recency * worth * access * bound;
    },
    explain: (slot) => {
      const standing = ofStanding(slot);
      const factor = (stage: StageName, value: number): Contribution => ({
        stage,
        operation: 'times',
        value,
      });
      return [
        factor('participant', ofSpeaker(slot)),
        factor('temporal', ofTime(slot)),
        factor('recency', standing.recency),
        factor('importance', standing.importance),
        factor('access', standing.access),
        factor('bound', standing.bound),
      ];
    },
  };
}
