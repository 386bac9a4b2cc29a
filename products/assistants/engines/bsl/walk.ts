import type { Node, NodeKind, NodeOf } from './syntax.ts';

const none: readonly Node[] = [];

function present(...nodes: readonly (Node | undefined)[]): readonly Node[] {
  return nodes.filter((node) => node !== undefined);
}

/** The nodes directly below, in the order of the source. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'module':
      return node.items;
    case 'method':
      return [...node.annotations, ...node.parameters, ...node.variables, node.body];
    case 'variableDeclaration':
      return [...node.annotations, ...node.variables];
    case 'parameter':
      return present(...node.annotations, node.defaultValue);
    case 'annotation':
      return node.parameters;
    case 'annotationParameter':
      return present(node.value);
    case 'block':
      return node.statements;
    case 'assignment':
      return [node.target, node.value];
    case 'callStatement':
    case 'expressionStatement':
    case 'parenthesized':
      return [node.expression];
    case 'if':
      return present(...node.branches, node.otherwise);
    case 'ifBranch':
    case 'while':
      return [node.condition, node.body];
    case 'elseBranch':
      return [node.body];
    case 'for':
      return [node.from, node.to, node.body];
    case 'forEach':
      return [node.collection, node.body];
    case 'try':
      return [node.body, node.handler];
    case 'return':
      return present(node.value);
    case 'raise':
      return present(node.value, node.args);
    case 'execute':
      return [node.args ?? node.code];
    case 'addHandler':
    case 'removeHandler':
      return [node.event, node.handler];
    case 'member':
      return [node.object];
    case 'index':
      return [node.object, node.index];
    case 'arguments':
      return present(...node.values);
    case 'call':
      return [node.callee, node.args];
    case 'new':
      return present(node.args);
    case 'ternary':
      return [node.condition, node.whenTrue, node.whenFalse];
    case 'unary':
    case 'await':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'declaredVariable':
    case 'break':
    case 'continue':
    case 'goto':
    case 'label':
    case 'empty':
    case 'error':
    case 'number':
    case 'string':
    case 'date':
    case 'boolean':
    case 'undefined':
    case 'null':
    case 'name':
    case 'missing':
      return none;
    default: {
      const unknown: never = node;
      return unknown;
    }
  }
}

/**
 * Visits a node and all below it, from left to right, parents first. `enter` may answer `false`: what lies
 * below is left out. Uses no recursion.
 */
export function walk(root: Node, enter: (node: Node) => unknown, leave?: (node: Node) => void): void {
  if (leave !== undefined) {
    walkBothWays(root, enter, leave);
    return;
  }
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (enter(node) !== false) pushReversed(open, childrenOf(node));
  }
}

function pushReversed(open: Node[], children: readonly Node[]): void {
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child !== undefined) open.push(child);
  }
}

function walkBothWays(root: Node, enter: (node: Node) => unknown, leave: (node: Node) => void): void {
  const open: Node[] = [root];
  /** Nodes that were entered and wait to be left; each lies in `open` a second time. */
  const entered: Node[] = [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (entered.at(-1) === node) {
      entered.pop();
      leave(node);
      continue;
    }
    const below = enter(node) !== false;
    open.push(node);
    entered.push(node);
    if (below) pushReversed(open, childrenOf(node));
  }
}

const indexes = new WeakMap<Node, ReadonlyMap<NodeKind, readonly Node[]>>();

/** The nodes of a whole module by kind, gathered once: many readers ask for them. */
function indexOf(module: Node): ReadonlyMap<NodeKind, readonly Node[]> {
  const known = indexes.get(module);
  if (known !== undefined) return known;
  const made = new Map<NodeKind, Node[]>();
  walk(module, (node) => {
    const list = made.get(node.kind);
    if (list === undefined) made.set(node.kind, [node]);
    else list.push(node);
  });
  indexes.set(module, made);
  return made;
}

/** All nodes of a kind at or below `root`, in the order of the source. */
export function nodesOf<Kind extends NodeKind>(root: Node, kind: Kind): readonly NodeOf<Kind>[] {
  const isWanted = (node: Node): node is NodeOf<Kind> => node.kind === kind;
  if (root.kind === 'module') return (indexOf(root).get(kind) ?? []).filter(isWanted);
  const found: NodeOf<Kind>[] = [];
  walk(root, (node) => {
    if (isWanted(node)) found.push(node);
  });
  return found;
}

/** The nearest node of a kind above, the node itself left out. */
export function ancestorOf<Kind extends NodeKind>(node: Node, kind: Kind): NodeOf<Kind> | undefined {
  const isWanted = (candidate: Node): candidate is NodeOf<Kind> => candidate.kind === kind;
  for (let above = node.parent; above !== undefined; above = above.parent) if (isWanted(above)) return above;
  return undefined;
}
