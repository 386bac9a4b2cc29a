/** A place in a text: both numbers from zero, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where offsets of a text are. */
export interface LineMap {
  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  readonly positionAt: (offset: number) => Position;
  readonly lineCount: number;
}

/** Prepares the lines of a text once (linear); each question is then a binary search. CR, LF and CRLF end lines. */
export const lineMapOf = (text: string): LineMap => {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return {
    lineCount: starts.length,
    positionAt: (offset) => {
      const within = Math.max(0, Math.min(text.length, offset));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= within) low = middle;
        else high = middle - 1;
      }
      return { line: low, column: within - (starts[low] ?? 0) };
    },
  };
};
