/** A text brought to one plain form, each unit with the place it came from. */
export interface FoldedText {
  /** Lower case, without accents, invisible characters and typographic variants. */
  readonly text: string;
  /** Where unit `i` begins in the original, in UTF-16 units. */
  readonly starts: readonly number[];
  /** Where unit `i` ends in the original, exclusive. */
  readonly ends: readonly number[];
}

const ignorable = /\p{M}|\p{Cf}/u;

/**
 * Folds a text: compatibility forms resolved (NFKD), accents and invisible characters dropped (so ё is е and й is и),
 * lower case. What has no single-unit form becomes a space.
 */
export function fold(original: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const point of original) {
    const end = at + point.length;
    for (const unit of point.normalize('NFKD').toLowerCase()) {
      if (ignorable.test(unit)) continue;
      text += unit.length === 1 ? unit : ' ';
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { text, starts, ends };
}

/** The part of the original that units `from` (inclusive) to `to` (exclusive) came from. */
export function placeOf(folded: FoldedText, from: number, to: number): readonly [number, number] {
  return [folded.starts[from] ?? 0, folded.ends[to - 1] ?? 0];
}
