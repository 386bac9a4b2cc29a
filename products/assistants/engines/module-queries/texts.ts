import { type Literal, parseModule, type SyntaxTree, spanOf, walk } from '#products/assistants/engines/bsl';
import {
  extractQueries,
  lineMapOf,
  type Position,
  type StringLiteralSource,
} from '#products/assistants/engines/query';

/** A query text of a file. */
export interface QueryText {
  readonly text: string;
  /** Where an offset of the text is in the file. */
  readonly positionAt: (offset: number) => Position;
  /** The string literal of the module that holds the text; null when the file itself is the text. */
  readonly literal: StringLiteralSource | null;
  /** The text is given to a query as it stands, not put together from pieces first. */
  readonly complete: boolean;
}

export interface QueryFile {
  /** As it is shown. */
  readonly path: string;
  readonly source: string;
  readonly queries: readonly QueryText[];
  /** The module runs packages of queries, whose results are taken by number. */
  readonly runsPackages: boolean;
}

const stringsOf = (tree: SyntaxTree): readonly Literal[] => {
  const found: Literal[] = [];
  walk(tree.module, (node) => {
    if (node.kind === 'string') found.push(node);
  });
  return found;
};

/** The literal is assigned to `Запрос.Текст` or given to `Новый Запрос(...)`. */
const isWholeQuery = (tree: SyntaxTree, node: Literal): boolean => {
  const word = (token: number) => tree.source.slice(tree.tokens.start(token), tree.tokens.end(token));
  let above = node.parent;
  if (above?.kind === 'assignment')
    return (
      above.target.kind === 'member' &&
      above.target.name >= 0 &&
      /^(?:текст|text)$/iu.test(word(above.target.name))
    );
  if (above?.kind === 'arguments') above = above.parent;
  return above?.kind === 'new' && above.typeName >= 0 && /^(?:запрос|query)$/iu.test(word(above.typeName));
};

const moduleQueries = (source: string): readonly QueryText[] => {
  const tree = parseModule(source);
  const nodes = new Map<StringLiteralSource, Literal>();
  for (const node of stringsOf(tree)) {
    const { start, end } = spanOf(tree, node);
    const { line, character } = tree.lines.positionAt(start);
    nodes.set({ text: source.slice(start, end), offset: start, line, column: character }, node);
  }
  return extractQueries([...nodes.keys()]).map(({ text, literal, positionAt }) => {
    const node = nodes.get(literal);
    return { text, literal, positionAt, complete: node !== undefined && isWholeQuery(tree, node) };
  });
};

/** The queries of a source: of a module those in its strings, otherwise the source itself. */
export const queriesOf = (path: string, source: string, isModule: boolean): QueryFile => {
  const { positionAt } = lineMapOf(isModule ? '' : source);
  const queries = isModule
    ? moduleQueries(source)
    : [{ text: source, positionAt, literal: null, complete: true }];
  return { path, source, queries, runsPackages: isModule && /ВыполнитьПакет|ExecuteBatch/iu.test(source) };
};
