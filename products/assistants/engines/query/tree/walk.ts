import type { QueryNode } from '../ast.ts';
import { childrenOf } from './children.ts';

/** Sees a node. An answer `'skip'` leaves out what is under it, `'stop'` ends the walk; any other goes on. */
export type Visitor = (node: QueryNode) => unknown;

/** Visits a node and all below it, parents first, in the order of the text. */
export const walk = (root: QueryNode, visit: Visitor): void => {
  const waiting: QueryNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const answer = visit(node);
    if (answer === 'stop') return;
    if (answer === 'skip') continue;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
};

/** All nodes of one kind at or below a node, in the order of the text. */
export const nodesOf = <Kind extends QueryNode['kind']>(
  root: QueryNode,
  kind: Kind,
): Extract<QueryNode, { kind: Kind }>[] => {
  const found: Extract<QueryNode, { kind: Kind }>[] = [];
  const isKind = (node: QueryNode): node is Extract<QueryNode, { kind: Kind }> => node.kind === kind;
  walk(root, (node) => {
    if (isKind(node)) found.push(node);
  });
  return found;
};

/** The nearest node of a kind above a node; null when there is none. */
export const ancestorOf = <Kind extends QueryNode['kind']>(
  node: QueryNode,
  kind: Kind,
): Extract<QueryNode, { kind: Kind }> | null => {
  const isKind = (candidate: QueryNode): candidate is Extract<QueryNode, { kind: Kind }> =>
    candidate.kind === kind;
  for (let above = node.parent; above !== null; above = above.parent) if (isKind(above)) return above;
  return null;
};
