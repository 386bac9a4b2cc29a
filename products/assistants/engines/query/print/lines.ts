import type { QueryPackage } from '../ast.ts';
import type { Keyword } from '../keywords/keywords.ts';
import type { Token } from '../tokens.ts';
import type { LineStart, Marks } from './marks.ts';

/** What the layout says of a token. */
export interface Placed {
  /** The line that begins at the token, if one does. */
  readonly line: LineStart | null;
  /** The token is (part of) a name. */
  readonly isName: boolean;
  /** The token goes on a name that began before it. */
  readonly isInside: boolean;
}

/** Words of ВЫБОР after its first: how much deeper than it their lines are. */
const caseWords: Readonly<Partial<Record<Keyword, number>>> = { THEN: 2, ELSE: 1, END: 0 };

/** Answers where lines begin, for the tokens in their order; keeps in mind which queries and ВЫБОР are open. */
export const lineFinder = (ast: QueryPackage, marks: Marks) => {
  const queries: number[] = [0];
  const cases: number[] = [];
  let nameEnd = 0;

  const wordLine = (keyword: Keyword, index: number): LineStart | null => {
    const query = queries.at(-1) ?? 0;
    if (keyword === 'FROM' || keyword === 'WHERE') return { indent: query, blank: false };
    if (keyword === 'HAVING') return { indent: query, blank: true };
    if (keyword === 'BY') {
      const indent = marks.joins.get(ast.tokens[index + 1]?.start ?? -1);
      return indent === undefined ? null : { indent, blank: false };
    }
    const deeper = caseWords[keyword];
    return deeper === undefined ? null : { indent: (cases.at(-1) ?? 0) + deeper, blank: false };
  };

  const follow = (token: Token) => {
    const base = marks.bases.get(token.start);
    if (token.kind === '(') queries.push(0);
    else if (token.kind === ')') queries.pop();
    else if (token.keyword === 'SELECT' && base !== undefined) queries[queries.length - 1] = base;
    else if (token.keyword === 'CASE' && base !== undefined) cases.push(base);
    else if (token.keyword === 'END') cases.pop();
  };

  return (token: Token, index: number): Placed => {
    const ends = marks.names.get(token.start);
    if (ends !== undefined) nameEnd = ends;
    const isName = token.start < nameEnd;
    const isInside = isName && ends === undefined;
    const marked = marks.lines.get(token.start);
    const loose = isName || token.keyword === null ? null : wordLine(token.keyword, index);
    if (!isName) follow(token);
    const closing = token.kind === ';' ? { indent: 0, blank: false } : null;
    return { line: isInside ? null : (marked ?? loose ?? closing), isName, isInside };
  };
};
