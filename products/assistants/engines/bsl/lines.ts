/** Zero-based line and UTF-16 column, as in the Language Server Protocol; a tab is one column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  /** Exclusive. */
  readonly end: Position;
}

/** Where the lines of a text begin; `\r\n`, `\n` and a lone `\r` end a line. */
export interface Lines {
  readonly count: number;
  /** Offset of the first character of a line; past the last line, the length of the text. */
  start(line: number): number;
  /** Offset after the last character of a line, its line end left out. */
  end(line: number): number;
  lineAt(offset: number): number;
  positionAt(offset: number): Position;
}

const [lineFeed, carriageReturn] = [10, 13];

export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed))
      starts.push(at + 1);
  }
  const start = (line: number): number => starts[line] ?? text.length;
  function lineAt(offset: number): number {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
  return {
    count: starts.length,
    start,
    end(line) {
      if (line + 1 >= starts.length) return text.length;
      let at = start(line + 1);
      while (
        at > start(line) &&
        (text.charCodeAt(at - 1) === lineFeed || text.charCodeAt(at - 1) === carriageReturn)
      )
        at -= 1;
      return at;
    },
    lineAt,
    positionAt(offset) {
      const line = lineAt(offset);
      return { line, character: offset - start(line) };
    },
  };
}
