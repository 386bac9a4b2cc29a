import type { LiteralPart } from './lines.ts';

const skipRun = (text: string, from: number): number => {
  let at = from;
  while (text.charCodeAt(at) === 34) at += 1;
  return at;
};

/**
 * The query text of a literal, sign for sign as long as its source: what is no text of the query becomes spaces,
 * line ends stay, and of a doubled quote one stays, the other becomes a space outside of the query's own string.
 */
export const rebuild = (source: string, parts: readonly LiteralPart[]): string => {
  const pieces: string[] = [];
  const blank = (from: number, to: number) => source.slice(from, to).replace(/[^\r\n]/gu, ' ');
  let inString = false;
  let done = 0;

  /** A run of doubled quotes becomes half as many, the spaces on the side that is outside of the string. */
  const quotes = (run: number) => {
    const half = run / 2;
    pieces.push(inString ? '"'.repeat(half) + ' '.repeat(half) : ' '.repeat(half) + '"'.repeat(half));
    if (half % 2 === 1) inString = !inString;
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
      else quotes(even - at);
      at = even === at ? at + 1 : even;
      plain = even;
    }
    pieces.push(source.slice(plain, to));
  };

  for (const part of parts) {
    pieces.push(blank(done, part.start), ' ');
    const end = part.closed ? part.end - 1 : part.end;
    inner(part.start + 1, end);
    if (part.closed) pieces.push(' ');
    done = part.end;
  }
  pieces.push(blank(done, source.length));
  return pieces.join('');
};
