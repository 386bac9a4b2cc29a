import { describe, expect, it } from 'vitest';
import { achievements, isEarned, longestStreak, type PlayRecord } from './achievements.rules.ts';

const nothing: PlayRecord = {
  finished: 0,
  withoutHints: 0,
  categories: 0,
  cities: 0,
  inTeams: 0,
  score: 0,
  weekStreak: 0,
  reviews: 0,
};

describe('achievements', () => {
  it('are earned at their goal, not before', () => {
    for (const one of achievements) {
      expect(isEarned(one, { ...nothing, [one.measure]: one.goal - 1 })).toBe(false);
      expect(isEarned(one, { ...nothing, [one.measure]: one.goal })).toBe(true);
    }
    expect(new Set(achievements.map(({ code }) => code)).size).toBe(achievements.length);
  });

  it.each([
    [[], 0],
    [[5], 1],
    [[5, 6, 8], 2],
    [[8, 6, 5, 7, 5], 4],
  ])('%j is a streak of %d weeks', (weeks, expected) => {
    expect(longestStreak(weeks)).toBe(expected);
  });
});
