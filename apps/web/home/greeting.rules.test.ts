import { expect, it } from 'vitest';
import { partOfDay } from './greeting.rules.ts';

it.each([
  [0, 'night'],
  [4, 'night'],
  [5, 'morning'],
  [12, 'afternoon'],
  [18, 'evening'],
  [23, 'night'],
])('%i o’clock is %s', (hour, part) => {
  expect(partOfDay(hour)).toBe(part);
});
