/** A piece of a string literal on one line: where it stands in the literal's source, quotes and bar included. */
export interface LiteralPart {
  readonly start: number;
  readonly end: number;
  /** The piece ends its string with a quote. */
  readonly closed: boolean;
}

const quote = 34;
const bar = 124;
const isLineEnd = (code: number) => code === 10 || code === 13 || Number.isNaN(code);

/**
 * The pieces of a literal's source in order. Between them there may be spaces, comments, lines of the preprocessor
 * and the end of one string with the start of the next, as strings in a row are one string.
 */
export const partsOf = (source: string): LiteralPart[] => {
  const parts: LiteralPart[] = [];
  let at = 0;
  let open = false;
  const skipLine = () => {
    while (!isLineEnd(source.charCodeAt(at))) at += 1;
  };
  while (at < source.length) {
    const code = source.charCodeAt(at);
    const begins = open ? code === bar : code === quote;
    const isNote = source.startsWith('//', at) || code === 35;
    if (!begins && isNote) skipLine();
    else if (!begins) at += 1;
    else {
      const start = at;
      open = true;
      at += 1;
      while (open && !isLineEnd(source.charCodeAt(at))) {
        if (source.charCodeAt(at) === quote) {
          if (source.charCodeAt(at + 1) === quote) at += 1;
          else open = false;
        }
        at += 1;
      }
      parts.push({ start, end: at, closed: !open });
    }
  }
  return parts;
};
