import { expect, it } from 'vitest';
import { distanceOf } from './relative-time.rules.ts';

const second = 1_000;
const now = Date.UTC(2026, 5, 1);

it.each([
  [0, null],
  [-29 * second, null],
  [-31 * second, { amount: -31, unit: 'second' }],
  [-60 * second, { amount: -1, unit: 'minute' }],
  [-3_599 * second, { amount: -59, unit: 'minute' }],
  [3_600 * second, { amount: 1, unit: 'hour' }],
  [-86_400 * second * 6, { amount: -6, unit: 'day' }],
  [-86_400 * second * 8, { amount: -1, unit: 'week' }],
  [-86_400 * second * 400, { amount: -1, unit: 'year' }],
])('%i ms away is %j', (offset, distance) => {
  expect(distanceOf(now + offset, now)).toEqual(distance);
});
