import type { QueryNode } from '../ast.ts';
import { eachChild } from './children.ts';

// Parents, and the ranges of nodes that lack a part, are known only when the whole is there; nobody has seen it yet.
type Unfinished = { parent: QueryNode | null; start: number; end: number };

/** Gives every node below `root` its parent. */
export const linkParents = (root: QueryNode): void => {
  const waiting: QueryNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const parent = node;
    eachChild(parent, (child) => {
      (child as Unfinished).parent = parent;
      waiting.push(child);
    });
  }
};

/** Widens nodes so that they hold their children: a part that is missing stands where the next token begins. */
export const coverChildren = (root: QueryNode): void => {
  const nodes: QueryNode[] = [root];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node !== undefined) eachChild(node, (child) => nodes.push(child));
  }
  for (const node of nodes.reverse()) {
    const parent: Unfinished | null = node.parent;
    if (parent === null) continue;
    parent.start = Math.min(parent.start, node.start);
    parent.end = Math.max(parent.end, node.end);
  }
};
