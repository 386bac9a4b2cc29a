import { type Method, type Node, T, walk } from '#products/assistants/engines/bsl';

const blocks = new Set<Node['kind']>(['if', 'while', 'for', 'forEach', 'try']);

/** McCabe's number of a method: 1 and one for each condition, loop, handler, ternary, and logical operator. */
export function cyclomatic(method: Method): number {
  let count = 1;
  walk(method.body, (node) => {
    if (node.kind === 'binary' && (node.operator === T.And || node.operator === T.Or)) count += 1;
    else if (node.kind === 'ifBranch' || node.kind === 'ternary') count += 1;
    else if (node.kind !== 'if' && blocks.has(node.kind)) count += 1;
  });
  return count;
}

/** How deep conditions, loops and attempts of a method stand in one another. */
export function nestingOf(method: Method): number {
  let [depth, deepest] = [0, 0];
  walk(
    method.body,
    (node) => {
      if (!blocks.has(node.kind)) return;
      depth += 1;
      deepest = Math.max(deepest, depth);
    },
    (node) => {
      if (blocks.has(node.kind)) depth -= 1;
    },
  );
  return deepest;
}
