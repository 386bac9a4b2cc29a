const filePattern = /^\+\+\+ (?:b\/)?(.+?)(?:\t.*)?$/;
const hunkPattern = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/;

/** Lines that a unified diff adds or changes, from 1, by the new path; deleted files are left out. */
export function changedLines(diff: string): ReadonlyMap<string, ReadonlySet<number>> {
  const changed = new Map<string, Set<number>>();
  let file: Set<number> | undefined;
  let [line, left] = [0, 0];
  for (const row of diff.split(/\r?\n/)) {
    if (left <= 0 && row.startsWith('+++ ')) {
      const path = filePattern.exec(row)?.[1]?.replaceAll('"', '');
      file = path === undefined || path === '/dev/null' ? undefined : (changed.get(path) ?? new Set());
      if (file !== undefined && path !== undefined) changed.set(path, file);
      continue;
    }
    const hunk = left <= 0 ? hunkPattern.exec(row) : null;
    if (hunk !== null) {
      line = Number(hunk[1]);
      left = Number(hunk[2] ?? 1);
    } else if (left > 0 && row.startsWith('+')) {
      file?.add(line);
      line += 1;
      left -= 1;
    } else if (left > 0 && !row.startsWith('-') && !row.startsWith('\\')) {
      line += 1;
      left -= 1;
    }
  }
  return changed;
}
