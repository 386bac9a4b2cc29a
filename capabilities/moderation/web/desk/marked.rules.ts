import type { CaseFlag } from '../../contract/index.ts';

export interface Piece {
  readonly from: number;
  readonly text: string;
  /** The code of the flag it carries; null for plain text. */
  readonly code: string | null;
}

/** Cuts a text at the places of its flags; overlapping ones are shown once, the first wins. */
export function markedPieces(text: string, flags: readonly CaseFlag[]): readonly Piece[] {
  const places = flags
    .flatMap(({ code, at }) =>
      at === undefined ? [] : [{ code, from: at[0], to: Math.min(at[1], text.length) }],
    )
    .sort((left, right) => left.from - right.from);
  const pieces: Piece[] = [];
  let done = 0;
  const add = (to: number, code: string | null): void => {
    if (to > done) pieces.push({ from: done, text: text.slice(done, to), code });
    done = Math.max(done, to);
  };
  for (const { code, from, to } of places) {
    if (from < done) continue;
    add(from, null);
    add(to, code);
  }
  add(text.length, null);
  return pieces;
}
