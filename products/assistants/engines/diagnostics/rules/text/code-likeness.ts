import { L } from './lexeme-kind.ts';
import { scanText } from './lexemes.ts';
import * as signs from './tables/signs-of-code.ts';

/** How many times the pieces occur; overlapping ones count once. */
function occurrences(text: string, pieces: readonly string[]): number {
  let count = 0;
  for (const piece of pieces)
    for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) count += 1;
  return count;
}

function chance(strength: number, count: number): number {
  return count === 0 ? 0 : 1 - (1 - strength) ** count;
}

/** How likely a line of text is code of the language, from 0 to 1. */
export function codeLikeness(line: string): number {
  const dense = line.replace(/[ \t\n\v\f\r\u2028\u2029]+/gu, '');
  const words = line.split(/[ \t\n]+/u);
  const among = (set: ReadonlySet<string>): number => words.filter((word) => set.has(word)).length;
  const chances = [
    chance(0.95, occurrences(dense, signs.pieces)),
    chance(0.95, among(signs.certainWords)),
    chance(0.95, signs.declaration.test(line) ? 1 : 0),
    chance(0.7, /\p{Ll}\p{Lu}/u.test(line) ? 1 : 0),
    chance(0.7, among(signs.queryWords)),
    chance(0.3, dense.endsWith(';') ? 1 : 0),
    chance(0.3, among(signs.logicWords)),
    chance(0.3, among(signs.plainWords)),
  ];
  return 1 - chances.reduce((left, each) => left * (1 - each), 1);
}

/** Whether a line reads as code at a threshold. */
export function looksLikeCode(line: string, threshold: number): boolean {
  return codeLikeness(line) > Math.fround(threshold);
}

/** Two names side by side: prose. */
export function hasNamesInARow(text: string): boolean {
  const lexemes = scanText(text);
  let isName = false;
  for (let index = 0; index < lexemes.count - 1; index += 1) {
    const kind = lexemes.kind(index);
    if (kind === L.Space) continue;
    if (isName && kind === L.Identifier) return true;
    isName = kind === L.Identifier;
  }
  return false;
}
