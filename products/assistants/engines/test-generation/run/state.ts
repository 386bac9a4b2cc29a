import type { MethodSymbol, Node, SyntaxTree } from '#products/assistants/engines/bsl';
import type { Value } from './value.ts';

/** What happened at a fork of the code in one run. */
export interface Turn {
  /** The condition, loop or comparison. */
  readonly node: Node;
  /** `true`/`false` of a condition, `0`/`1`/`many` rounds of a loop, `<`/`=`/`>` of a comparison with a constant. */
  readonly way: string;
}

/** One run of a method in thought. */
export interface RunState {
  readonly tree: SyntaxTree;
  readonly methods: ReadonlyMap<string, MethodSymbol>;
  /** Runs a method of the module. */
  readonly call: (method: MethodSymbol, args: readonly (Value | undefined)[]) => Value;
  /** Lines that were reached, from 1. */
  readonly lines: Set<number>;
  readonly turns: Turn[];
  /** What to suppose of conditions that cannot be told, in the order they come; `true` beyond the list. */
  readonly suppositions: readonly boolean[];
  /** How many conditions could not be told so far. */
  supposed: number;
  steps: number;
  depth: number;
}

/** Local variables of a call, by lower-case name. */
export type Locals = Map<string, Value>;

/** The run left what can be run in thought: endless, too deep. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp';
}

/** `ВызватьИсключение` that nothing caught. */
export class Raised extends Error {
  override readonly name = 'Raised';
  readonly value: Value;

  constructor(value: Value) {
    super('raised');
    this.value = value;
  }
}

const mostSteps = 20_000;
export const deepest = 16;

export function step(state: RunState): void {
  state.steps += 1;
  if (state.steps > mostSteps) throw new GaveUp('Too many steps.');
}

/** Takes a supposition about a condition that cannot be told. */
export function suppose(state: RunState): boolean {
  const supposed = state.suppositions[state.supposed] ?? true;
  state.supposed += 1;
  return supposed;
}
