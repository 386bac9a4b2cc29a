import type { Expression, Node, NodeOf } from '#products/assistants/engines/bsl';

/** One step of a chain of accesses: `.Имя`, `[…]` or `.Имя(…)`; `first` is its dot or bracket, `name` is -1 for an index. */
export interface Link {
  readonly kind: 'property' | 'index' | 'call';
  readonly first: number;
  readonly name: number;
  readonly node: Expression;
}

/** `Основа.Звено.Звено(…)`: what it begins with and the steps after it, in order. */
export interface Chain {
  readonly base: Expression;
  readonly links: readonly Link[];
}

/** Takes a chain apart, from its outermost node. */
export function chainOf(whole: Expression): Chain {
  const links: Link[] = [];
  let here = whole;
  for (;;) {
    if (here.kind === 'member') {
      links.push({ kind: 'property', first: here.dot, name: here.name, node: here });
      here = here.object;
    } else if (here.kind === 'index') {
      links.push({ kind: 'index', first: here.open, name: -1, node: here });
      here = here.object;
    } else if (here.kind === 'call' && here.callee.kind === 'member') {
      const { dot, name, object } = here.callee;
      links.push({ kind: 'call', first: dot, name, node: here });
      here = object;
    } else return { base: here, links: links.reverse() };
  }
}

/** The outermost node of the chain a node is the beginning of. */
export function wholeOf(node: Node): Node {
  let here = node;
  for (let above = here.parent; above !== undefined; above = here.parent) {
    const isStep =
      above.kind === 'member' ||
      (above.kind === 'index' && above.object === here) ||
      (above.kind === 'call' && above.callee === here);
    if (!isStep) break;
    here = above;
  }
  return here;
}

/** A chain stands alone as a call, is assigned to, or is a part of an expression. */
export function placeOf(whole: Node): 'statement' | 'target' | 'operand' {
  const above = whole.parent;
  if (above?.kind === 'callStatement' || above?.kind === 'expressionStatement') return 'statement';
  return above?.kind === 'assignment' && above.target === whole ? 'target' : 'operand';
}

/** What a chain may begin with: a name, a call by a bare name, `Новый`, `?(…)`. */
export type Base = NodeOf<'name'> | NodeOf<'call'> | NodeOf<'new'> | NodeOf<'ternary'>;

/** The node as the beginning of a chain; undefined when it begins none. */
export function baseAt(node: Node): Base | undefined {
  switch (node.kind) {
    case 'name':
      return node.parent?.kind === 'call' && node.parent.callee === node ? undefined : node;
    case 'call':
      return node.callee.kind === 'name' ? node : undefined;
    case 'new':
    case 'ternary':
      return node;
    default:
      return undefined;
  }
}

/** Handlers of `enter` that meet every chain at its beginning. */
export function atChains(handle: (base: Base, whole: Node) => void): {
  readonly [Kind in Base['kind']]: (node: Node) => void;
} {
  const meet = (node: Node): void => {
    const base = baseAt(node);
    if (base !== undefined) handle(base, wholeOf(base));
  };
  return { name: meet, call: meet, new: meet, ternary: meet };
}
