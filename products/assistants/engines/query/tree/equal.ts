import type { QueryNode } from '../ast.ts';

const places: ReadonlySet<string> = new Set([
  'start',
  'end',
  'parent',
  'text',
  'tokens',
  'trivia',
  'errors',
  'keyword',
  'operatorRanges',
  'written',
]);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Fields that say what a node is rather than where; a number literal's text is part of what it is. */
const meaningOf = (node: Readonly<Record<string, unknown>>) =>
  Object.keys(node).filter((name) => !places.has(name) || (name === 'text' && node['kind'] === 'number'));

/** The two trees say the same: kinds, names as written and values are equal; places in the text are not compared. */
export const equalQueries = (left: QueryNode, right: QueryNode): boolean => {
  const waiting: [unknown, unknown][] = [[left, right]];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [one, other] = pair;
    if (!isObject(one) || !isObject(other)) {
      if (one !== other) return false;
      continue;
    }
    const names = meaningOf(one);
    if (names.length !== meaningOf(other).length) return false;
    for (const name of names) waiting.push([one[name], other[name]]);
  }
  return true;
};
