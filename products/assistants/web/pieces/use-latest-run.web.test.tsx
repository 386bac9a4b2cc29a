// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useLatestRun } from './use-latest-run.ts';

it('only the latest run counts', () => {
  const { result, unmount } = renderHook(() => useLatestRun());
  const first = result.current.begin();
  expect([first.isLatest(), first.signal.aborted]).toEqual([true, false]);
  const second = result.current.begin();
  expect([first.isLatest(), first.signal.aborted]).toEqual([false, true]);
  expect([second.isLatest(), second.signal.aborted]).toEqual([true, false]);
  result.current.stop();
  expect([second.isLatest(), second.signal.aborted]).toEqual([true, true]);
  result.current.forget();
  expect(second.isLatest()).toBe(false);
  const last = result.current.begin();
  unmount();
  expect(last.signal.aborted).toBe(true);
});
