import type { Directive } from './directives.ts';
import type { FlowBlock, FlowEdge, FlowEdgeKind, FlowGraph } from './flow-graph.ts';
import type { Statement } from './syntax.ts';

interface Growing extends FlowBlock {
  readonly statements: Statement[];
}

/** What `flowOf` grows a graph with: it always stands at one block, the current one. */
export interface FlowBuilder {
  readonly exit: FlowBlock;
  current(): FlowBlock;
  /** A block for statements, not yet connected. */
  block(): FlowBlock;
  node(kind: FlowBlock['kind'], node: FlowBlock['node'], directive?: Directive): FlowBlock;
  /** The label of a name, one and the same for all who ask. */
  label(name: string): FlowBlock;
  edge(from: FlowBlock, to: FlowBlock, kind: FlowEdgeKind): void;
  /** Where the edge of a kind leads to. */
  target(from: FlowBlock, kind: FlowEdgeKind): FlowBlock | undefined;
  add(statement: Statement): void;
  /** Leads the current block on; one without statements gives way, what led to it leads on at once. */
  moveTo(block: FlowBlock): void;
  /** A new current block, led to from `from`. */
  follow(from: FlowBlock, kind: FlowEdgeKind): void;
  resume(block: FlowBlock): void;
  /** Leads on to the target; what comes next is led to by nobody yet. */
  jump(target: FlowBlock): void;
  /** A new current block where the ways meet; a way that is empty and led to by nobody is left out. */
  join(tails: readonly FlowBlock[], otherwise: FlowBlock | undefined): void;
  graph(isPartial: boolean): FlowGraph;
}

export function createFlowBuilder(): FlowBuilder {
  const into = new Map<FlowBlock, Set<FlowEdge>>();
  const outOf = new Map<FlowBlock, Set<FlowEdge>>();
  const labels = new Map<string, FlowBlock>();

  function made(kind: FlowBlock['kind'], node?: FlowBlock['node'], directive?: Directive): Growing {
    const block: Growing = { kind, statements: [], node, directive };
    into.set(block, new Set());
    outOf.set(block, new Set());
    return block;
  }

  const entry = made('entry');
  const exit = made('exit');
  let here: Growing = made('block');

  const incoming = (block: FlowBlock): ReadonlySet<FlowEdge> => into.get(block) ?? new Set();
  const outgoing = (block: FlowBlock): ReadonlySet<FlowEdge> => outOf.get(block) ?? new Set();

  /** Two blocks have at most one edge in a direction; a second one is left out. */
  function edge(from: FlowBlock, to: FlowBlock, kind: FlowEdgeKind): void {
    for (const known of outgoing(from)) if (known.to === to) return;
    const added: FlowEdge = { from, to, kind };
    outOf.get(from)?.add(added);
    into.get(to)?.add(added);
  }

  function cut(one: FlowEdge): void {
    outOf.get(one.from)?.delete(one);
    into.get(one.to)?.delete(one);
  }

  const isEmpty = (block: FlowBlock): boolean => block.kind === 'block' && block.statements.length === 0;

  function drop(block: FlowBlock): void {
    for (const one of [...incoming(block), ...outgoing(block)]) cut(one);
    into.delete(block);
    outOf.delete(block);
  }

  function moveTo(block: FlowBlock): void {
    if (!isEmpty(here)) {
      edge(here, block, 'next');
      return;
    }
    for (const one of [...incoming(here)]) {
      cut(one);
      edge(one.from, block, one.kind);
    }
    drop(here);
  }

  function follow(from: FlowBlock, kind: FlowEdgeKind): void {
    here = made('block');
    edge(from, here, kind);
  }

  edge(entry, here, 'next');
  return {
    exit,
    current: () => here,
    block: () => made('block'),
    node: made,
    label(name) {
      const known = labels.get(name) ?? made('label');
      labels.set(name, known);
      return known;
    },
    edge,
    target: (from, kind) => [...outgoing(from)].find((one) => one.kind === kind)?.to,
    add: (statement) => here.statements.push(statement),
    moveTo,
    follow,
    resume(block) {
      here = block as Growing;
    },
    jump(target) {
      moveTo(target);
      here = made('block');
    },
    join(tails, otherwise) {
      const meeting = made('block');
      if (otherwise !== undefined) edge(otherwise, meeting, 'false');
      for (const tail of tails) {
        if (isEmpty(tail) && incoming(tail).size === 0) drop(tail);
        else edge(tail, meeting, 'next');
      }
      here = meeting;
    },
    graph: (isPartial) => ({
      entry,
      exit,
      isPartial,
      blocks: [...into.keys()].filter(
        (block) =>
          block === entry ||
          block === exit ||
          incoming(block).size > 0 ||
          outgoing(block).size > 0 ||
          !isEmpty(block),
      ),
      incoming: (block) => [...incoming(block)],
      outgoing: (block) => [...outgoing(block)],
    }),
  };
}
