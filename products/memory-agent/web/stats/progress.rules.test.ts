import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceProgress, type Progress, type ProgressMessage, shareDone } from './progress.rules.ts';

const message = (phase: ProgressMessage['phase'], done = 0, total = 0): ProgressMessage => ({
  phase,
  done,
  total,
});
const run = (...messages: readonly ProgressMessage[]): Progress | null =>
  messages.reduce<Progress | null>(advanceProgress, null);

describe('progress of a consolidation', () => {
  it('counts the phases before the one under way as done, also when messages were missed', () => {
    expect(run(message('reading', 1, 2))).toMatchObject({ phase: 'reading', finished: [] });
    expect(run(message('l2', 1, 9))).toMatchObject({ phase: 'l2', finished: ['reading', 'l1'] });
    expect(run(message('l2'), message('finished'))?.finished).toEqual(['reading', 'l1', 'l2', 'l3']);
  });

  it('takes no late message back, but begins again with a new run', () => {
    expect(run(message('l2', 5, 9), message('l1', 3, 3))).toMatchObject({ phase: 'l2', done: 5 });
    expect(run(message('l2', 5, 9), message('l2', 4, 9))).toMatchObject({ done: 5 });
    expect(run(message('finished'), message('reading', 0, 4))).toMatchObject({
      phase: 'reading',
      finished: [],
    });
    expect(run(message('l1'), message('failed'))).toMatchObject({ phase: 'failed', finished: ['reading'] });
  });

  it('has a share between 0 and 1, or none', () => {
    expect(shareDone(message('l1', 0, 0))).toBeNull();
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 1_000 }), (done, total) => {
        const share = shareDone(message('l1', done, total)) ?? -1;
        expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });
});
