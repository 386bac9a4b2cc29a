import type { Call, SyntaxTree } from '#products/assistants/engines/bsl';

/** Names in both languages, compared without regard to case. */
export function nameSet(...names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}

/** The token of the name a call is made by: `Имя` in `Имя(…)` and in `Объект.Имя(…)`; -1 for anything else. */
export function calledNameToken(call: Call): number {
  const { callee } = call;
  if (callee.kind === 'name') return callee.first;
  return callee.kind === 'member' ? callee.name : -1;
}

/** Lower-case name of a call; empty when it has none. */
export function calledKey(tree: SyntaxTree, call: Call): string {
  const token = calledNameToken(call);
  return token < 0 ? '' : tree.tokens.key(token);
}

/** Whether it is a call of a method of the global context, or of this module: `Имя(…)`. */
export function isGlobalCall(call: Call): boolean {
  return call.callee.kind === 'name';
}
