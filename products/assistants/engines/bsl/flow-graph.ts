import type { Directive } from './directives.ts';
import type { IfBranch, Statement } from './syntax.ts';

/**
 * A block of the control flow. A `block` holds statements that run one after another; `if`, `loop`, `try` and `directive`
 * (`#Если`, `#ИначеЕсли`) decide; a `label` is where `Перейти` leads to.
 */
export interface FlowBlock {
  readonly kind: 'entry' | 'exit' | 'block' | 'if' | 'loop' | 'try' | 'directive' | 'label';
  /** Calls, assignments, jumps: in the order they run; empty for what is not a `block`. */
  readonly statements: readonly Statement[];
  /** The branch, loop or `Попытка` that decides. */
  readonly node: IfBranch | Statement | undefined;
  readonly directive: Directive | undefined;
}

/** `again` leads from the end of a loop's body to its head. */
export type FlowEdgeKind = 'next' | 'true' | 'false' | 'again';

export interface FlowEdge {
  readonly from: FlowBlock;
  readonly to: FlowBlock;
  readonly kind: FlowEdgeKind;
}

export interface FlowGraph {
  readonly entry: FlowBlock;
  readonly exit: FlowBlock;
  /** Entry and exit included; code that nothing leads to is among them. */
  readonly blocks: readonly FlowBlock[];
  /** Some `#Если` begins in one block and ends in another: its branches were left out, ways may be missing. */
  readonly isPartial: boolean;
  incoming(block: FlowBlock): readonly FlowEdge[];
  outgoing(block: FlowBlock): readonly FlowEdge[];
}
