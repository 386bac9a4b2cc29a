/** A line of a difference with its numbers in both texts, from one. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added' | 'gap';
  readonly text: string;
  readonly before: number | null;
  readonly after: number | null;
}

const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/** Reads a unified difference; heads of files and remarks are left out, a place that is skipped becomes a gap. */
export function readDiff(unified: string): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let [before, after, inside] = [0, 0, false];
  for (const line of unified.split('\n')) {
    const head = hunk.exec(line);
    if (head !== null) {
      [before, after, inside] = [Number(head[1]), Number(head[2]), true];
      lines.push({ kind: 'gap', text: line, before: null, after: null });
    } else if (inside && line.startsWith('-')) {
      lines.push({ kind: 'removed', text: line.slice(1), before, after: null });
      before += 1;
    } else if (inside && line.startsWith('+')) {
      lines.push({ kind: 'added', text: line.slice(1), before: null, after });
      after += 1;
    } else if (inside && line.startsWith(' ')) {
      lines.push({ kind: 'same', text: line.slice(1), before, after });
      before += 1;
      after += 1;
    }
  }
  return lines;
}

/** Two short texts, one after the other. */
export function replacedLines(before: string, after: string): readonly DiffLine[] {
  return [
    ...before.split('\n').map((text) => ({ kind: 'removed' as const, text, before: null, after: null })),
    ...after.split('\n').map((text) => ({ kind: 'added' as const, text, before: null, after: null })),
  ];
}
