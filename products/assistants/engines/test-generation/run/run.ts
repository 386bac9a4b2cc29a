import { type MethodSymbol, type SyntaxTree, symbolsOf } from '#products/assistants/engines/bsl';
import { callMethod } from './call.ts';
import { GaveUp, Raised, type RunState, type Turn } from './state.ts';
import type { Value } from './value.ts';

export type Outcome =
  | { readonly kind: 'returned'; readonly value: Value }
  | { readonly kind: 'raised'; readonly value: Value }
  /** The run could not be followed to its end. */
  | { readonly kind: 'lost' };

/** One way through a method. */
export interface Run {
  readonly outcome: Outcome;
  readonly turns: readonly Turn[];
  /** Lines that are reached, from 1, in order. */
  readonly lines: readonly number[];
  /** How many conditions had to be supposed; 0: the arguments alone decide the way. */
  readonly supposed: number;
}

const mostRuns = 24;

/** Deep copies of arrays and structures: a run must not change the arguments of the next. */
function copyOf(value: Value): Value {
  if (value.kind === 'array') return { kind: 'array', items: value.items.map(copyOf) };
  if (value.kind !== 'structure') return value;
  const fields = [...value.fields].map(
    ([key, { name, value: inner }]) => [key, { name, value: copyOf(inner) }] as const,
  );
  return { kind: 'structure', fields: new Map(fields) };
}

/** A run that stands at its beginning. */
export function newState(tree: SyntaxTree, suppositions: readonly boolean[] = []): RunState {
  const state: RunState = {
    tree,
    methods: symbolsOf(tree).methodsByKey,
    call: (called, values) => callMethod(state, called, values),
    lines: new Set(),
    turns: [],
    suppositions,
    supposed: 0,
    steps: 0,
    depth: 0,
  };
  return state;
}

function runOnce(
  tree: SyntaxTree,
  method: MethodSymbol,
  args: readonly (Value | undefined)[],
  suppositions: readonly boolean[],
): Run {
  const state = newState(tree, suppositions);
  let outcome: Outcome;
  try {
    const given = args.map((value) => (value === undefined ? undefined : copyOf(value)));
    outcome = { kind: 'returned', value: callMethod(state, method, given) };
  } catch (error) {
    if (error instanceof Raised) outcome = { kind: 'raised', value: error.value };
    else if (error instanceof GaveUp) outcome = { kind: 'lost' };
    else throw error;
  }
  const lines = [...state.lines].sort((left, right) => left - right);
  return { outcome, turns: state.turns, lines, supposed: state.supposed };
}

/**
 * Follows a method in thought with the given arguments (undefined: left out). Conditions that cannot be told are supposed
 * both ways, so there may be several runs; at most 24.
 */
export function runMethod(
  tree: SyntaxTree,
  method: MethodSymbol,
  args: readonly (Value | undefined)[],
): readonly Run[] {
  const runs: Run[] = [];
  const open: (readonly boolean[])[] = [[]];
  for (let next = open.pop(); next !== undefined && runs.length < mostRuns; next = open.pop()) {
    const run = runOnce(tree, method, args, next);
    runs.push(run);
    const beyond = Math.min(run.supposed, 8);
    for (let at = next.length; at < beyond; at += 1)
      open.push([...next, ...Array.from({ length: at - next.length }, () => true), false]);
  }
  return runs;
}
