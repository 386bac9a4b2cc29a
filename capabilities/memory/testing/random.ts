/** Repeatable choices from a seed, so that a generated conversation is the same on every machine. */
export interface Choices {
  /** A number in [0, 1). */
  readonly next: () => number;
  readonly below: (limit: number) => number;
  /** One of the values; throws on an empty list. */
  readonly pick: <T>(values: readonly T[]) => T;
}

export function createChoices(seed: number): Choices {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
  };
}
