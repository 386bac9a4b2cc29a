import type { QueryNode } from '../ast.ts';
import { eachChild } from './children.ts';

/** Gives every node below `root` its parent. */
export const linkParents = (root: QueryNode): void => {
  const waiting: QueryNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const parent = node;
    eachChild(parent, (child) => {
      // Parents are known only when the whole is there; nobody has seen the tree yet.
      (child as { parent: QueryNode | null }).parent = parent;
      waiting.push(child);
    });
  }
};
