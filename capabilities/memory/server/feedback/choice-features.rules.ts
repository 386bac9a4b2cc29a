import type { ChoiceFeatures } from '../strategies/bandit.rules.ts';

/** Reads back the features a recall was logged with; what is missing is false or 0. */
export function choiceFeatures(stored: unknown): ChoiceFeatures {
  const values = new Map<string, unknown>(
    typeof stored === 'object' && stored !== null ? Object.entries(stored) : [],
  );
  const flag = (name: keyof ChoiceFeatures): boolean => values.get(name) === true;
  const length = values.get('length');
  return {
    asksTime: flag('asksTime'),
    dated: flag('dated'),
    people: flag('people'),
    broad: flag('broad'),
    exact: flag('exact'),
    length: typeof length === 'number' ? length : 0,
  };
}
