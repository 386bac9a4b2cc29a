import type { Expression, Node, SyntaxTree } from '#products/assistants/engines/bsl';
import { compactText } from './token-text.ts';

/** `А.Б[0].В()` by its parts: the name or call it begins with, then every access as a text of its own. */
export interface NameChain {
  readonly head: Expression;
  /** `.Б`, `[0]`, `.В()`. */
  readonly accesses: readonly string[];
}

/** The whole chain of dots, indexes and calls that begins with the node. */
export function chainAround(head: Expression): Expression {
  let here = head;
  for (;;) {
    const above: Node | undefined = here.parent;
    if (above === undefined) return here;
    if ((above.kind === 'member' || above.kind === 'index') && above.object === here) here = above;
    else if (above.kind === 'call' && above.callee === here) here = above;
    else return here;
  }
}

export function chainParts(tree: SyntaxTree, chain: Expression): NameChain {
  const accesses: string[] = [];
  let here = chain;
  for (;;) {
    if (here.kind === 'member') {
      accesses.push(`.${here.name < 0 ? '' : tree.tokens.text(here.name)}`);
      here = here.object;
    } else if (here.kind === 'index') {
      accesses.push(`[${compactText(tree, here.index)}]`);
      here = here.object;
    } else if (here.kind === 'call' && here.callee.kind === 'member') {
      const { callee, args } = here;
      accesses.push(`.${callee.name < 0 ? '' : tree.tokens.text(callee.name)}${compactText(tree, args)}`);
      here = callee.object;
    } else return { head: here, accesses: accesses.reverse() };
  }
}
