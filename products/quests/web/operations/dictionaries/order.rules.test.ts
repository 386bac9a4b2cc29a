import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedPositions } from './order.rules.ts';

const entries = ['a', 'b', 'c'].map((id, position) => ({ id, position }));

describe('moving an entry', () => {
  it('changes the two that swap', () => {
    expect(movedPositions(entries, 0, 1)).toEqual([
      { id: 'b', position: 0 },
      { id: 'a', position: 1 },
    ]);
  });

  it('changes nothing at the ends', () => {
    expect([movedPositions(entries, 0, -1), movedPositions(entries, 2, 1)]).toEqual([[], []]);
  });

  it('gives every entry a place of its own, whatever positions there were', () => {
    const positions = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(positions, fc.nat(7), (numbers, at) => {
        const before = numbers.map((position, index) => ({ id: String(index), position }));
        const index = at % (before.length - 1);
        const changed = new Map(movedPositions(before, index, 1).map(({ id, position }) => [id, position]));
        const after = before.map(({ id, position }) => changed.get(id) ?? position);
        expect(after.toSorted((one, other) => one - other)).toEqual(before.map((_, place) => place));
        expect(after[index]).toBe(index + 1);
      }),
    );
  });
});
