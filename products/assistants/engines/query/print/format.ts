import type { QueryPackage } from '../ast.ts';
import type { Token, Trivia } from '../tokens.ts';
import { layOut } from './layout.ts';
import { lineFinder } from './lines.ts';
import type { Marks } from './marks.ts';

/** The line that stands between the queries of a package. */
const divider = '/'.repeat(80);

const isGlued = (left: Token, right: Token, { tight }: Marks): boolean => {
  if (right.kind === ',' || right.kind === ')' || right.kind === '.') return true;
  if (left.kind === '(' || left.kind === '.' || left.kind === '&') return true;
  return tight.has(left.start) && (right.kind === '(' || left.kind === '-' || left.kind === '+');
};

/** Collects the text; lines and spaces are asked for before what they stand before. */
const writer = () => {
  const out: string[] = [];
  return {
    line: (indent: number, blank: boolean) => {
      if (out.length > 0) out.push(blank ? '\n\n' : '\n');
      out.push('\t'.repeat(indent));
    },
    write: (text: string) => out.push(text),
    text: () => `${out.join('').trimStart()}\n`,
  };
};

/** Writes a comment or braces; a comment that stood after a token on its line stays there. */
const writeTrivia = (
  out: ReturnType<typeof writer>,
  ast: QueryPackage,
  { kind, start, end }: Trivia,
  trailing: boolean,
  indent: number,
): void => {
  if (kind === 'comment' && trailing) out.write(' ');
  else out.line(indent, false);
  out.write(ast.text.slice(start, end).trimEnd());
};

/**
 * The text laid out by standard 437: a line for each field, clause, join and condition, keywords in capitals.
 * Tokens, comments and `{...}` stay as they are and in their order, so the result means the same. A text with errors
 * or with characters that the language does not know is given back unchanged.
 */
export const formatQuery = (ast: QueryPackage): string => {
  if (ast.errors.length > 0 || ast.trivia.some(({ kind }) => kind === 'unknown')) return ast.text;
  const marks = layOut(ast);
  const find = lineFinder(ast, marks);
  const out = writer();
  const notes = ast.trivia.filter(
    ({ kind, start, end }) => kind !== 'comment' || ast.text.slice(start, end).trimEnd() !== divider,
  );
  let indent = 0;
  let nextNote = 0;

  for (const [index, token] of ast.tokens.entries()) {
    const previous = ast.tokens[index - 1];
    let divides = previous?.kind === ';' && token.kind !== 'end';
    const divide = () => {
      if (divides) {
        out.line(0, true);
        out.write(divider);
      }
      divides = false;
    };
    const { line, isName, isInside } = find(token, index);
    const firstNote = nextNote;
    for (let note = notes[nextNote]; note !== undefined && note.start < token.start; note = notes[nextNote]) {
      const after = Math.max(previous?.end ?? -1, notes[nextNote - 1]?.end ?? -1);
      const trailing = after >= 0 && !/[\r\n]/u.test(ast.text.slice(after, note.start));
      if (!trailing || note.kind === 'braces') divide();
      writeTrivia(out, ast, note, trailing, line?.indent ?? indent + 1);
      nextNote += 1;
    }
    divide();
    if (token.kind === 'end') break;
    const broken = nextNote > firstNote;
    if (line !== null) {
      out.line(line.indent, line.blank && !broken);
      ({ indent } = line);
    } else if (broken) out.line(indent + 1, false);
    else if (previous !== undefined && !isInside && !isGlued(previous, token, marks)) out.write(' ');
    const written = ast.text.slice(token.start, token.end);
    out.write(token.kind === 'word' && !isName ? written.toUpperCase() : written);
  }
  return out.text();
};
