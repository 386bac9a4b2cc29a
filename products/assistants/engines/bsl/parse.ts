import { createCursor } from './cursor.ts';
import { beginsMethod, parseAnnotations, parseMethod, parseVariables } from './declarations.ts';
import type { Directive } from './directives.ts';
import { lex } from './lexer.ts';
import { type Lines, linesOf, type Range } from './lines.ts';
import type { ParseError } from './parse-errors.ts';
import { recoverModule } from './recovery/index.ts';
import type { ToldFault } from './recovery/reader.ts';
import { endsMethod, parseStatement } from './statements.ts';
import type { Method, Module, Node, Statement, VariableDeclaration } from './syntax.ts';
import { T } from './token-kind.ts';
import type { Span, Tokens } from './tokens.ts';
import { childrenOf } from './walk.ts';

/** A module of BSL code, parsed. Positions are offsets in UTF-16 units; `lines` turns them into lines and columns. */
export interface SyntaxTree {
  readonly source: string;
  readonly lines: Lines;
  readonly tokens: Tokens;
  readonly comments: readonly Span[];
  readonly directives: readonly Directive[];
  /** Text between `#Удаление` and `#КонецУдаления`. */
  readonly deleted: readonly Span[];
  /** Characters the language does not know: they are passed over. */
  readonly strays: readonly Span[];
  readonly module: Module;
  /** In the order of the source; empty for a sound module. */
  readonly errors: readonly ParseError[];
  /** Of a module that was recovered: where it is told to be faulty. */
  readonly faults?: readonly ToldFault[];
}

function setParents(module: Module): void {
  const open: Node[] = [module];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const child of childrenOf(node)) {
      child.parent = node;
      open.push(child);
    }
  }
}

/**
 * Parses a module. Any text gives a tree: what is not code becomes `error` statements and entries of `errors`.
 * Never throws; time and memory grow linearly with the text.
 */
export function parseModule(source: string): SyntaxTree {
  const lexed = lex(source);
  const cursor = createCursor(lexed.tokens);
  const items: (VariableDeclaration | Method | Statement)[] = [];
  while (!cursor.is(T.EndOfFile)) {
    const start = cursor.at;
    const annotations = parseAnnotations(cursor);
    if (beginsMethod(cursor)) items.push(parseMethod(cursor, annotations));
    else if (cursor.is(T.Var)) items.push(parseVariables(cursor, annotations));
    else if (annotations.length > 0 || endsMethod(cursor.kind())) items.push(stray(start));
    else items.push(parseStatement(cursor));
  }
  function stray(first: number): Statement {
    if (cursor.at === first) cursor.fail('unexpected');
    else cursor.failAt(first, 'unexpected');
    if (cursor.at === first || endsStray()) cursor.next();
    return {
      kind: 'error',
      first,
      last: cursor.at - 1,
      semicolon: cursor.take(T.Semicolon),
      parent: undefined,
    };
  }
  function endsStray(): boolean {
    return cursor.is(T.EndProcedure) || cursor.is(T.EndFunction);
  }
  const module: Module = {
    kind: 'module',
    first: 0,
    last: lexed.tokens.count - 2,
    items,
    parent: undefined,
  };
  setParents(module);
  return { source, lines: linesOf(source), ...lexed, module, errors: cursor.errors };
}

/** The stretch of the source that a node covers; for a node without tokens, the empty stretch before the next token. */
export function spanOf(tree: SyntaxTree, node: Node): Span {
  const start = tree.tokens.start(node.first);
  return { start, end: node.last < node.first ? start : tree.tokens.end(node.last) };
}

export function rangeOf(tree: SyntaxTree, span: Span): Range {
  return { start: tree.lines.positionAt(span.start), end: tree.lines.positionAt(span.end) };
}

/** From the first to the last token, both included; the empty place before the first when the last lies before it. */
export function rangeOfTokens(tree: SyntaxTree, first: number, last: number = first): Range {
  const start = tree.tokens.start(first);
  return rangeOf(tree, { start, end: last < first ? start : tree.tokens.end(last) });
}

/** The source text of a node. */
export function textOf(tree: SyntaxTree, node: Node): string {
  const { start, end } = spanOf(tree, node);
  return tree.source.slice(start, end);
}

/**
 * The same module as a parser by grammar rules would leave it, for judging faulty code: constructs that cannot go on
 * are left where something around them waits for the token, and after a fault outside methods nothing is read.
 */
export function recovered(tree: SyntaxTree): SyntaxTree {
  const { tokens } = tree;
  const { module, faults, left } = recoverModule(tokens, tree.directives);
  setParents(module);
  const errors = left.map(({ code, token }) => ({
    code,
    start: tokens.start(token),
    end: tokens.end(token),
  }));
  return { ...tree, module, errors, faults };
}
