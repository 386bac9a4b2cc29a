import {
  type Expression,
  type Method,
  type Node,
  type Statement,
  type SyntaxTree,
  stepsOf,
  T,
  walk,
} from '#products/assistants/engines/bsl';
import { flatten, parenthesizedHead } from './flat-expression.ts';

/** What makes a piece of code complex: the token, and by how much. */
export interface Complication {
  readonly token: number;
  readonly amount: number;
}

const split = -1;

/** Tokens of `И` and `Или` in an expression and its parentheses; `Не (…)` stands between two splits. */
export function booleanTokens(expression: Expression): readonly number[] {
  const found: number[] = [];
  const { operands, operators } = flatten(expression);
  for (const [index, { value, signKind }] of operands.entries()) {
    const operator = operators[index - 1];
    if (operator?.kind === T.And || operator?.kind === T.Or) found.push(operator.token);
    const inner = parenthesizedHead(value);
    if (inner === undefined) continue;
    const nested = booleanTokens(inner);
    if (nested.length === 0) continue;
    if (signKind === T.Not) found.push(split, ...nested, split);
    else found.push(...nested);
  }
  return found;
}

/** Whether the node is an expression that begins a line of operands: a whole one, or one in parentheses. */
function heads(node: Node): node is Expression {
  const above = node.parent;
  if (above === undefined) return false;
  switch (above.kind) {
    case 'parenthesized':
    case 'await':
      return true;
    case 'binary':
    case 'unary':
    case 'member':
      return false;
    case 'index':
      return above.index === node;
    case 'call':
      return false;
    case 'assignment':
      return above.value === node;
    case 'execute':
    case 'raise':
      // Their parentheses are those of a call.
      return node.kind !== 'parenthesized' && isExpression(node);
    default:
      return isExpression(node);
  }
}

function isExpression(node: Node): node is Expression {
  switch (node.kind) {
    case 'binary':
    case 'unary':
    case 'parenthesized':
    case 'member':
    case 'index':
    case 'call':
      return true;
    default:
      return false;
  }
}

function selfCall(tree: SyntaxTree, node: Node, method: Method | undefined): number {
  if (node.kind !== 'call' || node.callee.kind !== 'name' || method === undefined) return -1;
  return tree.tokens.key(node.first) === tree.tokens.key(method.name) ? node.first : -1;
}

/** Ways through the code, one for each decision. */
export function cyclomatic(
  tree: SyntaxTree,
  roots: readonly Node[],
  method: Method | undefined,
): readonly Complication[] {
  const found: number[] = method === undefined ? [] : [method.name];
  for (const root of roots)
    walk(root, (node) => {
      const token = decision(node);
      if (token >= 0) found.push(token);
      const recursion = selfCall(tree, node, method);
      if (recursion >= 0) found.push(recursion);
      if (heads(node)) found.push(...booleanTokens(node).filter((operator) => operator !== split));
    });
  return found.map((token) => ({ token, amount: 1 }));
}

function decision(node: Node): number {
  switch (node.kind) {
    case 'ifBranch':
    case 'elseBranch':
    case 'ternary':
    case 'while':
    case 'for':
    case 'forEach':
    case 'goto':
      return node.first;
    case 'try':
      return node.except;
    default:
      return -1;
  }
}

/** How hard the code is to follow: decisions weigh more the deeper they are nested. */
export function cognitive(
  tree: SyntaxTree,
  roots: readonly Node[],
  method: Method | undefined,
): readonly Complication[] {
  const found: Complication[] = [];
  const seen = new Set<Node>();
  let depth = 0;
  const add = (token: number, amount: number): void => {
    found.push({ token, amount });
  };
  const enter = (node: Node): void => {
    if (isHandler(node)) {
      add(node.parent.except, 1 + depth);
      depth += 1;
    }
    switch (node.kind) {
      case 'ternary':
      case 'while':
      case 'for':
      case 'forEach':
        add(node.first, 1 + depth);
        depth += 1;
        break;
      case 'ifBranch':
        add(node.first, isFirstBranch(node) ? 1 + depth : 1);
        depth += 1;
        break;
      case 'elseBranch':
        add(node.first, 1);
        depth += 1;
        break;
      case 'goto':
        add(node.first, 1);
        break;
      default:
    }
    const recursion = selfCall(tree, node, method);
    if (recursion >= 0) add(recursion, 1);
    if (heads(node) && !seen.has(node)) addRuns(node);
  };
  const addRuns = (expression: Expression): void => {
    markNested(expression, seen);
    let last: number = split;
    for (const token of booleanTokens(expression)) {
      const kind = token === split ? split : tree.tokens.kind(token);
      if (kind !== last && kind !== split) add(token, 1);
      last = kind;
    }
  };
  for (const root of roots)
    walk(root, enter, (node) => {
      if (isHandler(node) || nests(node)) depth -= 1;
    });
  return found;
}

function markNested(expression: Expression, seen: Set<Node>): void {
  for (const { value } of flatten(expression).operands) {
    const inner = parenthesizedHead(value);
    if (inner === undefined) continue;
    seen.add(inner);
    markNested(inner, seen);
  }
}

function isHandler(node: Node): node is Node & { readonly parent: { readonly except: number } } {
  return node.kind === 'block' && node.parent?.kind === 'try' && node.parent.handler === node;
}

function isFirstBranch(node: Node): boolean {
  return node.parent?.kind === 'if' && node.parent.branches[0] === node;
}

function nests({ kind }: Node): boolean {
  return (
    kind === 'ternary' ||
    kind === 'while' ||
    kind === 'for' ||
    kind === 'forEach' ||
    kind === 'ifBranch' ||
    kind === 'elseBranch'
  );
}

/** The statements of the module's body, before its methods and after them. */
export function bodyStatements(tree: SyntaxTree): readonly Statement[] {
  const { before, after } = stepsOf(tree);
  return [...before.steps, ...after.steps].flatMap(({ label, statement }) =>
    [label, statement].filter((node) => node !== undefined),
  );
}

/** The token at which the reference analyser tells of the module's body: the first one after its variables. */
export function bodyToken(tree: SyntaxTree): number {
  const first = tree.module.items.find(({ kind }) => kind !== 'variableDeclaration');
  return first?.first ?? -1;
}

export function total(found: readonly Complication[]): number {
  return found.reduce((sum, { amount }) => sum + amount, 0);
}
