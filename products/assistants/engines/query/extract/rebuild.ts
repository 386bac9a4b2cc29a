import type { LiteralPart } from './lines.ts';

const skipRun = (text: string, from: number): number => {
  let at = from;
  while (text.charCodeAt(at) === 34) at += 1;
  return at;
};

/** The text of a query, and the strings in it that end earlier than in the source. */
export interface Rebuilt {
  readonly text: string;
  /** Ends of strings with quotes inside, and how many spaces behind each stand for those quotes. */
  readonly closings: ReadonlyMap<number, number>;
}

/**
 * The query text of a literal, sign for sign as long as its source: what is no text of the query becomes spaces,
 * line ends stay, and of a doubled quote one stays, the other becomes a space outside of the query's own string: behind
 * it, or at the end of the line where the string goes on.
 */
export const rebuild = (source: string, parts: readonly LiteralPart[]): Rebuilt => {
  const closings = new Map<number, number>();
  const pieces: string[] = [];
  const blank = (from: number, to: number) => source.slice(from, to).replace(/[^\r\n]/gu, ' ');
  let inString = false;
  let done = 0;
  /** Spaces that wait for the end of the string. */
  let owed = 0;

  /** A run of doubled quotes at an offset becomes half as many, the spaces outside of the string. */
  const quotes = (at: number, run: number) => {
    const half = run / 2;
    const wasInString = inString;
    if (half % 2 === 1) inString = !inString;
    if (!wasInString) pieces.push(' '.repeat(half) + '"'.repeat(half));
    else if (inString) {
      pieces.push('"'.repeat(half));
      owed += half;
    } else {
      pieces.push('"'.repeat(half) + ' '.repeat(half + owed));
      if (owed > 0) closings.set(at + half - owed, owed);
      owed = 0;
    }
  };

  const inner = (from: number, to: number) => {
    let at = from;
    let plain = from;
    let comment = false;
    while (at < to) {
      if (!inString && !comment && source.startsWith('//', at)) comment = true;
      if (source.charCodeAt(at) !== 34) {
        at += 1;
        continue;
      }
      const end = Math.min(skipRun(source, at), to);
      const even = end - ((end - at) % 2);
      pieces.push(source.slice(plain, at));
      if (comment) pieces.push(' '.repeat(even - at));
      else quotes(at, even - at);
      at = even === at ? at + 1 : even;
      plain = even;
    }
    pieces.push(source.slice(plain, to), ' '.repeat(owed));
    owed = 0;
  };

  for (const part of parts) {
    pieces.push(blank(done, part.start), ' ');
    const end = part.closed ? part.end - 1 : part.end;
    inner(part.start + 1, end);
    if (part.closed) pieces.push(' ');
    done = part.end;
  }
  pieces.push(blank(done, source.length));
  return { text: pieces.join(''), closings };
};
