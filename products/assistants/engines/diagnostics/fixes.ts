import type { Finding } from './run.ts';

export interface Repaired {
  readonly source: string;
  /** How many findings were repaired; others touched the same text and wait for the next round. */
  readonly count: number;
}

/** Applies the quick fixes of findings to the text they were found in. Fixes that overlap an earlier one are left out. */
export function applyFixes(source: string, findings: readonly Finding[]): Repaired {
  const fixes = findings
    .flatMap(({ fix }) => (fix === undefined || fix.edits.length === 0 ? [] : [fix.edits]))
    .toSorted((left, right) => (left[0]?.start ?? 0) - (right[0]?.start ?? 0));
  const taken: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  let [count, end] = [0, -1];
  for (const edits of fixes) {
    const ordered = edits.toSorted((left, right) => left.start - right.start);
    if ((ordered[0]?.start ?? 0) < end) continue;
    taken.push(...ordered);
    end = Math.max(end, ordered.at(-1)?.end ?? end);
    count += 1;
  }
  const parts: string[] = [];
  let at = 0;
  for (const edit of taken) {
    parts.push(source.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(source.slice(at));
  return { source: parts.join(''), count };
}
