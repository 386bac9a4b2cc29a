import { expect, it } from 'vitest';
import { createCallsUnderWay } from './calls-under-way.ts';

it('finds calls by session and id, and forgets those that ended', () => {
  const calls = createCallsUnderWay();
  const [one, same, other] = [calls.begin('s', 1), calls.begin('s', '1'), calls.begin('t', 1)];
  calls.cancel('s', 1);
  calls.cancel('nobody', 1);
  expect([one, same, other].map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
  one.end();
  calls.cancelAll('s');
  expect([same.signal.aborted, other.signal.aborted]).toEqual([true, false]);
  other.end();
  calls.cancel('t', 1);
  expect(other.signal.aborted).toBe(false);
});
