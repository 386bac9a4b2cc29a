import type { Expression, QueryNode } from '#products/assistants/engines/query';

/**
 * The parts of a condition that И and ИЛИ join, words НЕ taken off. Brackets count as a part of their own when they
 * hold a condition, not a value.
 */
export function logicalParts(condition: Expression): readonly Expression[] {
  if (condition.kind === 'and' || condition.kind === 'or') return condition.operands.flatMap(logicalParts);
  let part: Expression = condition;
  while (part.kind === 'not') part = part.operand;
  // НЕ before a chain binds to its first part only; the chain is never its operand.
  return [part];
}

/** The words НЕ right before a node. */
export function negationsOf(node: QueryNode): number {
  let count = 0;
  for (let above = node.parent; above?.kind === 'not'; above = above.parent) count += 1;
  return count;
}
