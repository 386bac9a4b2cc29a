import type { WordCount } from '../documents/vocabulary.read.ts';

/** Typing errors that are forgiven in a word: none up to 4 letters, one up to 8, then two. */
export function forgiven(word: string): number {
  const { length } = [...word];
  return length <= 4 ? 0 : length <= 8 ? 1 : 2;
}

/** Letters changed, missing, too many or swapped with a neighbour (optimal string alignment), or more than `most`. */
export function editDistance(from: string, to: string, most: number): number {
  const [left, right] = [[...from], [...to]];
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const isSwap =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > most) return most + 1;
    [beforeLast, last] = [last, current];
  }
  return Math.min(most + 1, last[right.length] ?? most + 1);
}

/** The known word that was most likely meant: fewest errors, then most frequent; undefined when none is near enough. */
export function likeliest(typed: string, known: readonly WordCount[]): string | undefined {
  const most = forgiven(typed);
  const near = known
    .map(({ word, documents }) => ({ word, documents, errors: editDistance(typed, word, most) }))
    .filter(({ errors }) => errors > 0 && errors <= most)
    .toSorted(
      (left, right) =>
        left.errors - right.errors || right.documents - left.documents || (left.word < right.word ? -1 : 1),
    );
  return near[0]?.word;
}
