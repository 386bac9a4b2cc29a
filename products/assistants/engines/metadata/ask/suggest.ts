/** Restricted Damerau–Levenshtein distance, given up (`limit + 1`) as soon as it must exceed the limit. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let value = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + cost,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        value = Math.min(value, (before[column - 2] ?? 0) + 1);
      current.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

/** Letters people confuse or drop: `ё`, underscores, case. */
const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е').replaceAll('_', '');

const longestName = 200;

/** 0 is the same name; undefined is too far to be meant. */
function farness(wanted: string, candidate: string): number | undefined {
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const edits = distance(wanted, candidate, limit);
  if (edits <= limit) return edits;
  const [shorter, longer] = wanted.length < candidate.length ? [wanted, candidate] : [candidate, wanted];
  // `Контрагент` for `КонтрагентыОрганизации`: a whole beginning counts as a guess, but a far one.
  if (shorter.length >= 4 && longer.startsWith(shorter)) return limit + 1;
  return shorter.length >= 5 && longer.includes(shorter) ? limit + 2 : undefined;
}

/** The candidates that may have been meant, nearest first; ties in the order given. */
export function suggest(wanted: string, candidates: Iterable<string>, count = 5): readonly string[] {
  if (wanted.length === 0 || wanted.length > longestName) return [];
  const goal = plain(wanted);
  const found: { readonly name: string; readonly far: number }[] = [];
  for (const name of candidates) {
    const far = name.length > longestName ? undefined : farness(goal, plain(name));
    if (far !== undefined) found.push({ name, far });
  }
  return found
    .sort((a, b) => a.far - b.far)
    .slice(0, count)
    .map((one) => one.name);
}
