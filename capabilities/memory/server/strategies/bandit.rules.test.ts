import { describe, expect, it } from 'vitest';
import {
  type BanditState,
  bucketOf,
  chooseStrategy,
  FORGETTING,
  plausibleStrategies,
  rewardStrategy,
  successRates,
} from './bandit.rules.ts';
import { type Random, sampleBeta } from './beta-sampling.rules.ts';
import type { StrategyId } from './strategy.ts';

const PLAIN = { asksTime: false, dated: false, people: false, broad: false, exact: false, length: 5 };
const WHEN = { ...PLAIN, asksTime: true };
const NONE = { embeddings: false };

function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function play(
  rounds: number,
  features: typeof PLAIN,
  worth: (id: StrategyId) => number,
  seed = 7,
): { state: BanditState; chosen: StrategyId[] } {
  const random = seeded(seed);
  let state: BanditState = {};
  const chosen: StrategyId[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const choice = chooseStrategy(state, features, NONE, random);
    chosen.push(choice.strategy);
    state = { ...state, ...rewardStrategy(state, choice, random() < worth(choice.strategy) ? 1 : 0) };
  }
  return { state, chosen };
}

describe('sampleBeta', () => {
  it.each([
    [2, 3],
    [0.5, 0.5],
    [80, 20],
  ])('has the mean and spread of Beta(%d, %d)', (alpha, beta) => {
    const random = seeded(3);
    const draws = Array.from({ length: 4000 }, () => sampleBeta(alpha, beta, random));
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    const variance = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length;
    const total = alpha + beta;
    expect(mean).toBeCloseTo(alpha / total, 1);
    expect(variance).toBeCloseTo((alpha * beta) / (total * total * (total + 1)), 2);
    expect(draws.every((value) => value >= 0 && value <= 1)).toBe(true);
  });
});

describe('chooseStrategy', () => {
  it('untrained and without exploring is the static winner, exploring it nearly is', () => {
    for (const features of [PLAIN, WHEN, { ...PLAIN, broad: true, people: true, exact: true, dated: true }]) {
      expect(chooseStrategy({}, features, { embeddings: true }, null).strategy).toBe('contextual');
    }
    const random = seeded(11);
    const chosen = Array.from({ length: 500 }, () => chooseStrategy({}, WHEN, NONE, random).strategy);
    expect(chosen.filter((id) => id === 'contextual').length).toBeGreaterThan(450);
  });

  it('tries only what the query makes plausible', () => {
    expect(plausibleStrategies(PLAIN, NONE)).toEqual(['contextual']);
    expect(plausibleStrategies({ ...WHEN, people: true }, { embeddings: true })).toEqual([
      'contextual',
      'temporal',
      'people',
      'semantic',
    ]);
    expect(play(300, PLAIN, () => 0).chosen.every((id) => id === 'contextual')).toBe(true);
  });

  it('moves to the better strategy on evidence, for that kind of query', () => {
    const { state, chosen } = play(1500, WHEN, (id) => (id === 'temporal' ? 0.95 : 0.3));
    expect(chosen.slice(-200).filter((id) => id === 'temporal').length).toBeGreaterThan(170);
    expect(chooseStrategy(state, WHEN, NONE, null)).toEqual({ strategy: 'temporal', bucket: bucketOf(WHEN) });
    const rates = successRates(state);
    expect(rates.find(({ strategy }) => strategy === 'temporal')?.rate).toBeGreaterThan(0.85);
    expect(rates.find(({ strategy }) => strategy === 'semantic')).toMatchObject({ trials: 0, rate: 0.6 });
  });

  it('stays with the static winner when it is the better one', () => {
    const { chosen } = play(1000, WHEN, (id) => (id === 'contextual' ? 0.8 : 0.4));
    expect(chosen.slice(-300).filter((id) => id === 'contextual').length).toBeGreaterThan(270);
  });
});

describe('rewardStrategy', () => {
  it('forgets a little, clamps, and touches only two entries', () => {
    const choice = { strategy: 'people', bucket: 'b' } as const;
    const once = rewardStrategy({}, choice, 7);
    expect(once).toEqual({ people: { rewards: 1, trials: 1 }, 'people|b': { rewards: 1, trials: 1 } });
    expect(rewardStrategy(once, choice, Number.NaN)).toMatchObject({
      people: { rewards: FORGETTING, trials: 1 + FORGETTING },
    });
  });
});
