export interface Piece {
  /** Offset in the text. */
  readonly at: number;
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at its marks (start and end, UTF-16 units). Marks that overlap or leave the text are put right. */
export function piecesOf(text: string, marks: readonly (readonly number[])[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (end: number, marked: boolean): void => {
    if (end > at) pieces.push({ at, text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  const sorted = [...marks].sort(([a = 0], [b = 0]) => a - b);
  for (const [start = 0, end = 0] of sorted) {
    add(Math.min(start, text.length), false);
    add(Math.min(end, text.length), true);
  }
  add(text.length, false);
  return pieces;
}
