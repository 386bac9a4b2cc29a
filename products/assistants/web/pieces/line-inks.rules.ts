import { keywordKinds } from '#products/assistants/engines/bsl';
import { keywordOf } from '#products/assistants/engines/query';

export type Ink = 'keyword' | 'string' | 'number' | 'comment' | 'directive' | 'parameter';

/** A coloured piece of a line: columns in UTF-16 units. */
export interface InkSpan {
  readonly start: number;
  readonly end: number;
  readonly ink: Ink;
}

export type CodeLanguage = 'bsl' | 'query';

const pieces = /\/\/.*|"(?:[^"]|"")*"?|'[^']*'?|\d+(?:\.\d+)?|&\s*[\p{L}_][\p{L}\d_]*|[\p{L}_][\p{L}\d_]*/gu;
const preprocessor = /^\s*#.*/u;
/** A string goes on in a line that begins with a bar, so a line tells by itself what it is. */
const continued = /^\s*\|(?:[^"]|"")*"?/u;
/** Longer lines are data, not code to be read. */
const longestLine = 2_000;

function inkOf(piece: string, before: string | undefined, language: CodeLanguage): Ink | null {
  if (piece.startsWith('//')) return 'comment';
  const [first = ''] = piece;
  if (first === '"') return 'string';
  if (first === "'") return language === 'bsl' ? 'number' : null;
  if (first === '&') return language === 'bsl' ? 'directive' : 'parameter';
  if (first >= '0' && first <= '9') return 'number';
  if (before === '.') return null;
  const known = language === 'bsl' ? keywordKinds.has(piece.toLowerCase()) : keywordOf(piece) !== null;
  return known ? 'keyword' : null;
}

/**
 * Colours of one line, without reading the lines around it: editors draw only what is on the screen. The one place
 * where the colours of code are decided; blocks of code are coloured by it line by line.
 */
export function lineInks(line: string, language: CodeLanguage): readonly InkSpan[] {
  if (line.length > longestLine) return [];
  if (language === 'bsl' && preprocessor.test(line))
    return [{ start: 0, end: line.length, ink: 'directive' }];
  const found: InkSpan[] = [];
  const rest = language === 'bsl' ? (continued.exec(line)?.[0].length ?? 0) : 0;
  if (rest > 0) found.push({ start: 0, end: rest, ink: 'string' });
  for (const { 0: piece, index } of line.slice(rest).matchAll(pieces)) {
    const start = rest + index;
    const ink = inkOf(piece, line[start - 1], language);
    if (ink !== null) found.push({ start, end: start + piece.length, ink });
  }
  return found;
}
