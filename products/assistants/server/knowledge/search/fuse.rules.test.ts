import { describe, expect, it } from 'vitest';
import { fuse } from './fuse.rules.ts';

const ranking = (...nos: readonly number[]) =>
  nos.map((no, rank) => ({ documentId: 'a', no, score: 10 - rank }));

describe('fusion', () => {
  it('keeps a single ranking', () => {
    expect(fuse([ranking(3, 1, 2), []], 2)).toEqual([
      { documentId: 'a', no: 3, score: 10 },
      { documentId: 'a', no: 1, score: 9 },
    ]);
    expect(fuse([[], []], 5)).toEqual([]);
  });

  it('prefers what both found', () => {
    expect(fuse([ranking(1, 2, 3), ranking(4, 2, 5)], 3).map(({ no }) => no)).toEqual([2, 1, 4]);
  });
});
