import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksAt, findPart } from './place.rules.ts';

const block = (line: number | null) => ({
  kind: 'paragraph' as const,
  level: null,
  text: 'a',
  cells: [],
  line,
});

describe('the part of a place', () => {
  it('is the last that does not begin behind the line', async () => {
    const starts = fc.uniqueArray(fc.integer({ min: 2, max: 500 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(starts, fc.integer({ min: 1, max: 600 }), async (given, line) => {
        const lines = [1, ...given.toSorted((one, other) => one - other)];
        const read = (part: number) =>
          Promise.resolve({ page: null, blocks: [block(null), block(lines[part - 1] ?? 0)] });
        expect(await findPart(lines.length, { page: null, line }, read)).toBe(
          lines.findLastIndex((first) => first <= line) + 1,
        );
      }),
    );
  });

  it('is the one of the page, even when pages without text have none', async () => {
    const pages = [1, 2, 5, 6, 9];
    const read = (part: number) => Promise.resolve({ page: pages[part - 1] ?? 0, blocks: [] });
    const found = await Promise.all([1, 5, 9].map((page) => findPart(5, { page, line: null }, read)));
    expect(found).toEqual([1, 3, 5]);
  });

  it('is the first where nothing tells', async () => {
    const read = () => Promise.resolve({ page: null, blocks: [block(null)] });
    expect(await findPart(7, { page: 3, line: 40 }, read)).toBe(1);
    expect(await findPart(0, { page: null, line: null }, read)).toBe(1);
  });
});

it.each([
  [[2, 5] as const, [1, 2]],
  [[6, 6] as const, [2]],
  [[9, 12] as const, [3]],
  [null, []],
])('blocks at %j', (lines, expected) => {
  expect([...blocksAt([block(1), block(3), block(5), block(9)], lines)]).toEqual(expected);
});
