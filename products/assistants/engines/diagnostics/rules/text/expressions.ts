import type { Call, Expression, Literal, Name, Node, SyntaxTree } from '#products/assistants/engines/bsl';
import { T, walk } from '#products/assistants/engines/bsl';

/** The variable a chain of accesses begins with; undefined when it begins with a call or anything else. */
export function firstName(expression: Expression): Name | undefined {
  let here = expression;
  for (;;) {
    if (here.kind === 'name') return here;
    if (here.kind === 'member' || here.kind === 'index') here = here.object;
    else if (here.kind === 'call' && here.callee.kind === 'member') here = here.callee.object;
    else return undefined;
  }
}

/** The whole formula a node is an operand of: up through operations, not through brackets and arguments. */
export function formulaOf(node: Node): Node {
  let here = node;
  while (here.parent?.kind === 'binary' || here.parent?.kind === 'unary') here = here.parent;
  return here;
}

/** Whether a sign or a `Не` stands directly before an operand. */
export function hasSign(tree: SyntaxTree, node: Node): boolean {
  const before = node.first - 1;
  const kind = before < 0 ? T.EndOfFile : tree.tokens.kind(before);
  if (kind !== T.Minus && kind !== T.Plus && kind !== T.Not) return false;
  for (let here = node.parent; here !== undefined; here = here.parent) {
    if (here.kind === 'unary' && here.first === before) return true;
    if (here.kind !== 'binary' && here.kind !== 'unary') return false;
  }
  return false;
}

/** Whether the node is all of its formula: no operation, no sign. */
export function isAlone(tree: SyntaxTree, node: Node): boolean {
  return formulaOf(node) === node && !hasSign(tree, node);
}

/** The string literals at or below a node, in order. */
export function stringsOf(root: Node): readonly Literal[] {
  const found: Literal[] = [];
  walk(root, (node) => {
    if (node.kind === 'string') found.push(node);
  });
  return found;
}

/** The name of a call by itself, lower case: `Имя(…)`; empty for a method of an object. */
export function globalName(tree: SyntaxTree, call: Call): string {
  return call.callee.kind === 'name' ? tree.tokens.key(call.callee.first) : '';
}
