import type { MethodSymbol } from '#products/assistants/engines/bsl';
import { evaluate } from './expression.ts';
import { deepest, GaveUp, type Locals, type RunState } from './state.ts';
import { runBlock } from './statements.ts';
import { undefinedValue, unknown, type Value } from './value.ts';

/** Runs a method of the module with the given arguments; one left out has its default. */
export function callMethod(
  state: RunState,
  method: MethodSymbol,
  args: readonly (Value | undefined)[],
): Value {
  if (state.depth >= deepest) throw new GaveUp('Too deep.');
  state.depth += 1;
  const locals: Locals = new Map();
  for (const [index, { key, defaultValue }] of method.parameters.entries()) {
    const standard = defaultValue === undefined ? unknown : evaluate(state, new Map(), defaultValue);
    locals.set(key, args[index] ?? standard);
  }
  for (const { variables } of method.node.variables)
    for (const { name } of variables) locals.set(state.tree.tokens.key(name), undefinedValue);
  const end = runBlock(state, locals, method.node.body);
  state.depth -= 1;
  if (end.kind === 'return') return end.value;
  state.lines.add(state.tree.lines.lineAt(state.tree.tokens.start(method.node.endKeyword)) + 1);
  return undefinedValue;
}
