import { type Literal, type SyntaxTree, spanOf, walk as walkModule } from '#products/assistants/engines/bsl';
import {
  extractQueries,
  parseQuery,
  type QueryNode,
  type QueryPackage,
  walk,
} from '#products/assistants/engines/query';
import { type ParseOutcome, parseOutcomeOf } from './parse-outcome.ts';

type OfKind<Kind extends QueryNode['kind']> = Extract<QueryNode, { readonly kind: Kind }>;

/** A query that stands in a string literal of a module. */
export interface ModuleQuery {
  readonly ast: QueryPackage;
  /** The text before anything in it was mended. */
  readonly original: string;
  /** An offset in the query's text plus this is an offset in the module. */
  readonly offset: number;
  /** The literal as the module has it, from the first quote to the last. */
  readonly literal: string;
  /** The end in the literal, without its offset, of what ends in the query's text at an offset. */
  endInLiteral(end: number): number;
  /** The text is not joined with other strings by `+`. */
  readonly isWhole: boolean;
  readonly outcome: ParseOutcome;
  /** All nodes of a kind in the order of the text. */
  nodes<Kind extends QueryNode['kind']>(kind: Kind): readonly OfKind<Kind>[];
}

/** The nodes of a query by kind: the tree is walked once for all rules. */
function nodesByKind(ast: QueryPackage): ModuleQuery['nodes'] {
  const found = new Map<QueryNode['kind'], QueryNode[]>();
  walk(ast, (node) => {
    const known = found.get(node.kind);
    if (known === undefined) found.set(node.kind, [node]);
    else known.push(node);
  });
  return <Kind extends QueryNode['kind']>(kind: Kind) =>
    (found.get(kind) ?? []).filter((node): node is OfKind<Kind> => node.kind === kind);
}

function stringsOf({ module }: SyntaxTree): readonly Literal[] {
  const found: Literal[] = [];
  walkModule(module, (node) => {
    if (node.kind === 'string') found.push(node);
  });
  return found;
}

const known = new WeakMap<SyntaxTree, readonly ModuleQuery[]>();

/** The queries in the strings of a module, found and parsed once for all rules. */
export function queriesOf(tree: SyntaxTree): readonly ModuleQuery[] {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const parts = new Set<number>();
  const literals = stringsOf(tree).map((node) => {
    const { start, end } = spanOf(tree, node);
    if (node.parent?.kind === 'binary') parts.add(start);
    const { line, character } = tree.lines.positionAt(start);
    return { text: tree.source.slice(start, end), offset: start, line, column: character };
  });
  const queries = extractQueries(literals).map(({ text, literal, closings }): ModuleQuery => {
    const outcome = parseOutcomeOf(parseQuery(text));
    const { ast } = outcome;
    return {
      ast,
      original: text,
      offset: literal.offset,
      literal: literal.text,
      endInLiteral: (end) => end + (closings.get(end) ?? 0),
      isWhole: !parts.has(literal.offset),
      outcome,
      nodes: nodesByKind(ast),
    };
  });
  known.set(tree, queries);
  return queries;
}
