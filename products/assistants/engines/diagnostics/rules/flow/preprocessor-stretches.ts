import type { Position, Range, Step, SyntaxTree } from '#products/assistants/engines/bsl';

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

/** Whether a position is the beginning of a range or lies within. */
export function contains({ start, end }: Range, position: Position): boolean {
  if (start.line === position.line && start.character === position.character) return true;
  return isBefore(start, position) && isBefore(position, end);
}

/** Ranges, mostly added in the order of the source: whether a position lies in one of them is told without a search of all. */
export interface ToldRanges {
  add(range: Range): void;
  holds(position: Position): boolean;
}

export function toldRanges(): ToldRanges {
  /** By their beginnings, with the furthest end of the ranges up to here. */
  const told: { readonly start: Position; readonly end: Position; furthest: Position }[] = [];
  function countUpTo(position: Position): number {
    let [low, high] = [0, told.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = told[middle]?.start;
      if (start !== undefined && isBefore(position, start)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
  return {
    add({ start, end }) {
      const at = countUpTo(start);
      told.splice(at, 0, { start, end, furthest: end });
      for (let index = at; index < told.length; index += 1) {
        const [before, here] = [told[index - 1], told[index]];
        if (here === undefined) break;
        here.furthest =
          before !== undefined && isBefore(here.end, before.furthest) ? before.furthest : here.end;
      }
    },
    holds(position) {
      const last = told[countUpTo(position) - 1];
      return last !== undefined && contains({ start: last.start, end: last.furthest }, position);
    },
  };
}

const counted = new Set(['region', 'endRegion', 'if', 'elsIf', 'else', 'endIf']);

/**
 * The stretches between `#Если`, its other branches and its end, outer ones first. As in the reference analyser, the
 * beginning or end of a region ends a stretch too.
 */
export function conditionalStretches(tree: SyntaxTree): readonly Range[] {
  const { lines } = tree;
  const found: Range[] = [];
  const open: Position[] = [];
  for (const directive of tree.directives) {
    const { kind } = directive;
    if (!counted.has(kind)) continue;
    const here = lines.positionAt(directive.start);
    if (kind !== 'if') {
      const start = open.pop();
      if (start !== undefined) found.push({ start, end: { line: here.line, character: here.character - 1 } });
    }
    if (kind === 'if' || kind === 'elsIf' || kind === 'else') {
      const end = lines.positionAt(directive.end);
      open.push({ line: end.line, character: end.character + 1 });
    }
  }
  return found.reverse();
}

const marks = new WeakMap<SyntaxTree, readonly number[]>();

/** Whether a step is, or has inside, the line of a region or the end of `#Если`. */
export function holdsRegionOrEnd(tree: SyntaxTree, { start, end }: Step): boolean {
  let offsets = marks.get(tree);
  if (offsets === undefined) {
    offsets = tree.directives
      .filter(({ kind }) => kind === 'region' || kind === 'endRegion' || kind === 'endIf')
      .map((directive) => directive.start);
    marks.set(tree, offsets);
  }
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (offsets[low] ?? end) < end;
}
