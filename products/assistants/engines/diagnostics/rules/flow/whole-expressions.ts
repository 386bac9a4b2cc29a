import { type Expression, type Node, type SyntaxTree, walk } from '#products/assistants/engines/bsl';

const made = new WeakMap<SyntaxTree, readonly Expression[]>();

/** Expressions that are no part of another one, in the order of the source; made once for a tree. */
export function wholeExpressions(tree: SyntaxTree): readonly Expression[] {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const found: Expression[] = [];
  walk(tree.module, (node) => enter(node, found));
  made.set(tree, found);
  return found;
}

function enter(node: Node, found: Expression[]): boolean {
  switch (node.kind) {
    case 'parameter':
    case 'annotation':
      return false;
    case 'parenthesized':
      if (node.parent?.kind !== 'execute' && node.parent?.kind !== 'raise') found.push(node);
      else return true;
      return false;
    case 'name':
    case 'member':
    case 'index':
    case 'call':
    case 'await':
      if (isPlace(node)) return true;
      found.push(node);
      return false;
    case 'binary':
    case 'unary':
    case 'new':
    case 'ternary':
    case 'number':
    case 'string':
    case 'date':
    case 'boolean':
    case 'undefined':
    case 'null':
      found.push(node);
      return false;
    default:
      return true;
  }
}

/** Whether it is what an assignment writes to, the call of a statement, or a part of these before a dot. */
function isPlace(node: Expression): boolean {
  let here: Node = node;
  for (let above = node.parent; above !== undefined; above = above.parent) {
    if (above.kind === 'assignment') return above.target === here;
    if (above.kind === 'callStatement') return true;
    if (above.kind === 'member' || (above.kind === 'index' && above.object === here)) here = above;
    else if (above.kind === 'call' && above.callee === here) here = above;
    else return false;
  }
  return false;
}
