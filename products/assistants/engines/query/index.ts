/**
 * The query language of 1C: a parser that accepts any text, a typed tree, a printer, and the finding of queries
 * in string literals of modules. Pure; everything is linear in the length of the text.
 */
export type * from './ast.ts';
export type { QueryError, QueryErrorCode } from './errors.ts';
export { type ExtractedQuery, extractQueries, type StringLiteralSource } from './extract/extract.ts';
export {
  type AggregateName,
  type FunctionName,
  isMetadataKind,
  isReserved,
  isVirtualTable,
  type Keyword,
  keywordOf,
  type MetadataKind,
  type PeriodName,
  type PrimitiveTypeName,
  type VirtualTableName,
} from './keywords/keywords.ts';
export { type Lexed, lex } from './lexer.ts';
export { parseQuery } from './parser/package.ts';
export { isCondition, unwrap } from './parser/value.ts';
export { type LineMap, lineMapOf, type Position } from './positions.ts';
export { formatQuery } from './print/format.ts';
export type { Sign, Token, TokenKind, Trivia } from './tokens.ts';
export { childrenOf } from './tree/children.ts';
export { equalQueries } from './tree/equal.ts';
export { ancestorOf, nodesOf, type Visitor, walk } from './tree/walk.ts';
