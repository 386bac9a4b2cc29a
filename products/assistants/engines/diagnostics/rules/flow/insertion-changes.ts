import {
  type Call,
  type Expression,
  type Node,
  nodesOf,
  type StepList,
  type SyntaxTree,
  walk,
} from '#products/assistants/engines/bsl';
import { flatten } from './flat-expression.ts';
import { chainAround, chainParts } from './name-chain.ts';
import { compactText } from './token-text.ts';

/** A call `Коллекция.Вставить(Ключ, …)`. */
export interface Insertion {
  readonly call: Call;
  readonly collection: string;
  readonly method: string;
  readonly key: string;
  readonly keyNode: Expression;
}

/** A place between two insertions that may make the second one sensible. */
interface Change {
  readonly first: number;
  readonly last: number;
  /** What is written or handed over; undefined for a jump, which always matters. */
  readonly text: string | undefined;
}

/** Answers whether something between two insertions of a list changes the collection or the key, or leaves the way. */
export function insertionChanges(
  tree: SyntaxTree,
  list: StepList,
): (first: Insertion, next: Insertion) => boolean {
  const { tokens } = tree;
  const [listFirst, listLast] = [
    tokens.at(list.steps[0]?.start ?? 0),
    tokens.at(list.steps.at(-1)?.end ?? 0) - 1,
  ];
  const changes: Change[] = [];
  for (const { statement } of list.steps) if (statement !== undefined) walk(statement, add);
  changes.sort((left, right) => left.first - right.first);

  function add(node: Node): void {
    const { first, last } = node;
    switch (node.kind) {
      case 'assignment':
        changes.push({ first, last, text: compactText(tree, node.target) });
        break;
      case 'return':
        changes.push({ first, last, text: undefined });
        break;
      case 'break':
      case 'continue':
      case 'raise':
        if (leavesList(node)) changes.push({ first, last, text: undefined });
        break;
      case 'arguments':
        for (const value of node.values) {
          if (value === undefined) continue;
          for (const operand of flatten(value).operands) {
            if (chainParts(tree, operand.value).head.kind !== 'name') continue;
            changes.push({ first: value.first, last: value.last, text: compactText(tree, operand.value) });
          }
        }
        break;
      default:
    }
  }

  /** Whether the loop or `Попытка` that the jump leaves is not inside the list. */
  function leavesList(jump: Node): boolean {
    for (let above = jump.parent; above !== undefined; above = above.parent) {
      const { kind } = above;
      if (kind === 'while' || kind === 'for' || kind === 'forEach' || kind === 'try')
        return above.first < listFirst || above.last > listLast;
    }
    return true;
  }

  function firstAfter(token: number): number {
    let [low, high] = [0, changes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle]?.first ?? 0) < token) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return (first, next) => {
    const collection = `${first.collection}.`.toLowerCase();
    let names: readonly string[] | undefined;
    for (let index = firstAfter(first.call.last); index < changes.length; index += 1) {
      const change = changes[index];
      if (change === undefined || change.first > next.call.first) return false;
      if (change.last > next.call.first) continue;
      if (change.text === undefined) return true;
      const changed = `${change.text}.`.toLowerCase();
      if (collection.startsWith(changed)) return true;
      names ??= namesIn(tree, first.keyNode);
      if (names.some((name) => name.startsWith(changed) || changed.startsWith(name))) return true;
    }
    return false;
  };
}

/** The names a key depends on, lower case: each chain whole, and its beginnings. */
function namesIn(tree: SyntaxTree, key: Expression): readonly string[] {
  return nodesOf(key, 'name').flatMap((node): readonly string[] => {
    if (node.parent?.kind === 'call' && node.parent.callee === node) return [];
    const { head, accesses } = chainParts(tree, chainAround(node));
    const start = tree.tokens.text(head.first);
    const beginnings = accesses.map((_, index) => [start, ...accesses.slice(0, index + 1)].join('.'));
    return [[start, ...accesses].join('.').replaceAll('..', '.'), ...beginnings].map((name) =>
      name.toLowerCase(),
    );
  });
}
