import type { TextRange } from '#products/assistants/engines/query';
import type { ModuleQuery } from './module-queries.ts';

interface Run {
  readonly start: number;
  readonly end: number;
  /** The quotes that stay are the left ones of the run. */
  readonly isLeft: boolean;
}

const known = new WeakMap<ModuleQuery, readonly Run[]>();

/**
 * The doubled quotes of a literal: half of each run stays, in turn the right and the left half. At most six pairs make
 * a run.
 */
function runsOf(query: ModuleQuery): readonly Run[] {
  const before = known.get(query);
  if (before !== undefined) return before;
  const { literal } = query;
  const isPlain = /^"(?:[^"]|"")*"$/u.test(literal);
  const inner = isPlain ? literal.slice(1, -1) : '';
  const runs = [...inner.matchAll(/(?:""){1,6}/gu)].map(({ index, 0: { length } }, turn) => ({
    start: index + 1,
    end: index + 1 + length,
    isLeft: turn % 2 === 1,
  }));
  known.set(query, runs);
  return runs;
}

/** The first run that ends behind an offset. */
function runAfter(runs: readonly Run[], offset: number): Run | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return runs[low];
}

/** A range of the query's text where the reference analyser sees it: at a string it depends on the quotes before. */
export function shownRange(query: ModuleQuery, range: TextRange): TextRange {
  const { original: text } = query;
  const [isStringFirst, isStringLast] = [text[range.start] === '"', text[range.end - 1] === '"'];
  if (!isStringFirst && !isStringLast) return range;
  const { start } = range;
  const end = query.endInLiteral(range.end);
  const runs = runsOf(query);
  const [first, last] = [runAfter(runs, start), runAfter(runs, end - 1)];
  const half = (run: Run) => (run.end - run.start) / 2;
  return {
    start:
      isStringFirst && first !== undefined && first.start <= start
        ? first.start + (first.isLeft ? 0 : half(first))
        : start,
    end:
      isStringLast && last !== undefined && last.start < end
        ? last.end - (last.isLeft ? half(last) : 0)
        : end,
  };
}
