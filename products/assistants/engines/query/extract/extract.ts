import { lineMapOf, type Position } from '../positions.ts';
import { looksLikeQuery, shortestLiteral } from './likely.ts';
import { partsOf } from './lines.ts';
import { rebuild } from './rebuild.ts';

/** A string literal of a module: its source as it stands there, from the first quote to the last, and where that is. */
export interface StringLiteralSource {
  /** Quotes, line ends and bars included; strings in a row may be one literal. */
  readonly text: string;
  /** UTF-16 offset in the module. */
  readonly offset: number;
  /** From zero. */
  readonly line: number;
  /** From zero, UTF-16 units. */
  readonly column: number;
}

/** A query found in a literal. */
export interface ExtractedQuery {
  /** Exactly as long as the literal's source: an offset in it plus `literal.offset` is an offset in the module. */
  readonly text: string;
  readonly literal: StringLiteralSource;
  /** Ends in `text` of strings with quotes inside, and by how many signs the literal has that end later. */
  readonly closings: ReadonlyMap<number, number>;
  /** The place in the module of an offset in `text`. */
  readonly positionAt: (offset: number) => Position;
  /**
   * The text with empty lines and spaces before it, so that its own lines and columns are those of the module.
   * As long as all that stands before the literal: ask for it only where offsets cannot be used.
   */
  readonly padded: () => string;
}

/** The lines of the literal that count when it is judged: a line that is a comment or goes on a string does not. */
const judged = (text: string): string =>
  text
    .split(/\r\n|\r|\n/u)
    .filter((line) => !/^\s*(?:\||"|\/{2})/u.test(line))
    .join('\n');

/**
 * Finds the literals that hold queries: at least twelve signs long, opening with ВЫБРАТЬ and a later word of a query,
 * or with УНИЧТОЖИТЬ. In the order given.
 */
export const extractQueries = (literals: readonly StringLiteralSource[]): ExtractedQuery[] =>
  literals.flatMap((literal) => {
    if (literal.text.length < shortestLiteral) return [];
    const parts = partsOf(literal.text);
    if (parts.reduce((sum, part) => sum + part.end - part.start, 0) < shortestLiteral) return [];
    const { text, closings } = rebuild(literal.text, parts);
    if (!looksLikeQuery(judged(text))) return [];
    const { line, column } = literal;
    const { positionAt } = lineMapOf(text);
    return [
      {
        text,
        literal,
        closings,
        positionAt: (offset) => {
          const place = positionAt(offset);
          return { line: line + place.line, column: place.line === 0 ? column + place.column : place.column };
        },
        padded: () => '\n'.repeat(line) + ' '.repeat(column) + text,
      },
    ];
  });
