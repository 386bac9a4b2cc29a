import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Children, keyInTree, visibleRows } from './tree.rules.ts';

const below: Readonly<Record<string, Children<string>>> = {
  theme: ['fact', 'topic'],
  fact: ['turn'],
  topic: 'loading',
  broken: 'failed',
  empty: [],
  ring: ['ring'],
};
const source = {
  idOf: (node: string) => node,
  isLeaf: (node: string) => node === 'turn',
  childrenOf: (node: string): Children<string> => below[node] ?? [],
};
const rows = (roots: readonly string[], ...open: readonly string[]) =>
  visibleRows(roots, new Set(open), source);
const shape = (roots: readonly string[], ...open: readonly string[]) =>
  rows(roots, ...open).map(({ path, depth, state }) => [path, depth, state]);

describe('rows of the tree', () => {
  it('shows what is unfolded, with depth and place', () => {
    expect(shape(['theme', 'turn'], 'theme', 'theme/fact', 'theme/topic')).toEqual([
      ['theme', 1, 'open'],
      ['theme/fact', 2, 'open'],
      ['theme/fact/turn', 3, 'leaf'],
      ['theme/topic', 2, 'loading'],
      ['turn', 1, 'leaf'],
    ]);
    expect(rows(['theme', 'turn'])[1]).toMatchObject({ position: 2, siblings: 2 });
  });

  it('tells failed and empty ones, and never opens a node inside itself', () => {
    expect(shape(['broken', 'empty', 'ring'], 'broken', 'empty', 'ring', 'ring/ring')).toEqual([
      ['broken', 1, 'failed'],
      ['empty', 1, 'leaf'],
      ['ring', 1, 'open'],
      ['ring/ring', 2, 'leaf'],
    ]);
  });
});

describe('keys in the tree', () => {
  const shown = rows(['theme', 'broken'], 'theme', 'theme/fact');
  it.each([
    ['theme', 'ArrowDown', 'focus', 'theme/fact'],
    ['theme/fact', 'ArrowUp', 'focus', 'theme'],
    ['theme', 'End', 'focus', 'broken'],
    ['broken', 'Home', 'focus', 'theme'],
    ['theme', 'ArrowRight', 'focus', 'theme/fact'],
    ['theme/topic', 'ArrowRight', 'toggle', 'theme/topic'],
    ['theme/fact', 'ArrowLeft', 'toggle', 'theme/fact'],
    ['theme/fact/turn', 'ArrowLeft', 'focus', 'theme/fact'],
    ['gone', 'ArrowDown', 'focus', 'theme'],
  ])('%s + %s', (current, key, kind, path) => {
    expect(keyInTree(shown, current, key)).toEqual({ kind, path });
  });

  it('stays inside the tree whatever is pressed', () => {
    const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'x');
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), (keys) => {
        const open = new Set<string>();
        let current = 'theme';
        for (const pressed of keys) {
          const now = visibleRows(['theme', 'broken', 'ring'], open, source);
          const move = keyInTree(now, current, pressed);
          if (move.kind === 'focus') current = move.path;
          if (move.kind === 'toggle' && !open.delete(move.path)) open.add(move.path);
          const after = visibleRows(['theme', 'broken', 'ring'], open, source);
          expect(after.map(({ path }) => path)).toContain(current);
        }
      }),
    );
  });
});
