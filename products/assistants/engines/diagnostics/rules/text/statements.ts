import {
  type Node,
  type Span,
  type Statement,
  type SyntaxTree,
  walk,
} from '#products/assistants/engines/bsl';
import { isSeen, L } from './lexeme-kind.ts';
import { lexemesOf } from './lexemes.ts';

/** A statement as the reference analyser counts: with the label before it and the `;` after it. */
export interface Step extends Span {
  readonly node: Statement;
  /** End of the text before `;`. */
  readonly bareEnd: number;
  readonly hasSemicolon: boolean;
  readonly hasError: boolean;
  /** A label alone before a preprocessor line. */
  readonly isHeadOfDirective: boolean;
}

const made = new WeakMap<SyntaxTree, ReadonlyMap<Node, Step>>();

/** The statements of a module, outer ones first, by their node; a label belongs to the statement after it. */
export function stepsOf(tree: SyntaxTree): ReadonlyMap<Node, Step> {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const steps = collect(tree);
  made.set(tree, steps);
  return steps;
}

function collect(tree: SyntaxTree): ReadonlyMap<Node, Step> {
  const { tokens, module } = tree;
  const errors = tree.errors.filter(({ code }) => code !== 'semicolon').map(({ start }) => start);
  const hasErrorIn = (start: number, end: number): boolean => {
    let [low, high] = [0, errors.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((errors[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (errors[low] ?? Number.POSITIVE_INFINITY) < end;
  };
  const steps = new Map<Node, Step>();
  const addBlock = (statements: readonly Statement[]): void => {
    let label: Statement | undefined;
    for (const [index, node] of statements.entries()) {
      const next = statements[index + 1];
      if (isOpenLabel(tree, node, next)) {
        label = node;
        continue;
      }
      const start = tokens.start((label ?? node).first);
      label = undefined;
      const hasSemicolon = node.semicolon >= 0;
      const bareEnd = hasSemicolon ? tokens.end(node.last) : tailEnd(tree, node);
      const end = hasSemicolon ? tokens.end(node.semicolon) : bareEnd;
      const hasError = node.kind === 'error' || hasErrorIn(start, end);
      const isHeadOfDirective = node.kind === 'label' && isDirectiveNext(tree, node);
      steps.set(node, { node, start, end, bareEnd, hasSemicolon, hasError, isHeadOfDirective });
    }
  };
  let run: Statement[] = [];
  const byStart = new Map<Node, readonly Statement[]>();
  for (const item of module.items) {
    if (item.kind !== 'method' && item.kind !== 'variableDeclaration') run.push(item);
    else run = [];
    const [first] = run;
    if (first !== undefined) byStart.set(first, run);
  }
  walk(module, (node) => {
    if (node.kind === 'block') addBlock(node.statements);
    const statements = byStart.get(node);
    if (statements !== undefined) addBlock(statements);
  });
  return new Map([...steps].sort(([, left], [, right]) => left.start - right.start || right.end - left.end));
}

/** A label without `;` is the head of what follows it, unless a preprocessor line comes between. */
function isOpenLabel(tree: SyntaxTree, node: Statement, next: Statement | undefined): boolean {
  if (node.kind !== 'label' || node.semicolon >= 0 || next === undefined) return false;
  if (next.kind === 'label' || next.kind === 'empty' || next.kind === 'error') return false;
  const [from, to] = [tree.tokens.end(node.last), tree.tokens.start(next.first)];
  return directiveAfter(tree, from) >= to;
}

function isDirectiveNext(tree: SyntaxTree, node: Statement): boolean {
  const end = tree.tokens.end(node.last);
  return directiveAfter(tree, end) < tree.tokens.start(node.last + 1);
}

/** Offset of the first preprocessor line at or after the offset; past the text when there is none. */
export function directiveAfter(tree: SyntaxTree, offset: number): number {
  const { directives } = tree;
  let [low, high] = [0, directives.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((directives[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return directives[low]?.start ?? tree.source.length + 1;
}

/** An operation with two sides that ends a statement without `;` takes the preprocessor lines after it. */
function tailEnd(tree: SyntaxTree, node: Statement): number {
  const end = tree.tokens.end(node.last);
  const tail = lastExpression(node);
  if (tail === undefined || !endsWithOperation(tail)) return end;
  const lexemes = lexemesOf(tree);
  let found = end;
  let isDirective = false;
  for (let index = lexemes.at(end); index < lexemes.count - 1; index += 1) {
    const kind = lexemes.kind(index);
    if (kind === L.LineEnd) isDirective = false;
    if (!isSeen(kind)) continue;
    if (kind === L.Hash) isDirective = true;
    if (!isDirective) break;
    found = lexemes.end(index);
  }
  return found;
}

function lastExpression(node: Statement): Node | undefined {
  switch (node.kind) {
    case 'assignment':
      return node.value;
    case 'return':
    case 'raise':
      return node.value;
    case 'callStatement':
      return node.expression;
    case 'execute':
      return node.code;
    default:
      return undefined;
  }
}

function endsWithOperation(node: Node): boolean {
  let here = node;
  while (here.kind === 'unary' || here.kind === 'await') here = here.operand;
  return here.kind === 'binary';
}

/** The innermost statement around a node. */
export function stepAround(tree: SyntaxTree, node: Node): Step | undefined {
  const steps = stepsOf(tree);
  for (let here: Node | undefined = node; here !== undefined; here = here.parent) {
    const step = steps.get(here);
    if (step !== undefined) return step;
  }
  return undefined;
}
