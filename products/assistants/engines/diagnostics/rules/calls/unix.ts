import type { Node, SyntaxTree } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';

const types = /^(?:COMОбъект|COMObject|Почта|Mail)/iu;
const platform = /Linux_x86|Windows|MacOS/iu;

export const usingObjectNotAvailableUnix = defineRule({
  key: 'UsingObjectNotAvailableUnix',
  type: 'error',
  severity: 'critical',
  minutes: 30,
  dialect: 'bsl',
  title: { ru: 'Объект есть только в Windows', en: 'An object that only Windows has' },
  create({ tree, reportTokens }) {
    let named: readonly number[] | undefined;
    const isChecked = (branch: Node): boolean => {
      named ??= platformPlaces(tree);
      // Preprocessor lines before the next token belong to the branch.
      const [start, end] = [tree.tokens.start(branch.first), tree.tokens.start(branch.last + 1)];
      return (named[firstFrom(named, start)] ?? end) < end;
    };
    return {
      enter: {
        new(node) {
          if (node.typeName < 0 || !types.test(tree.tokens.text(node.typeName))) return;
          for (let above = node.parent; above !== undefined; above = above.parent)
            if (above.kind === 'if' && isBelowFirst(above.branches[0], node) && isChecked(above.branches[0]))
              return;
          const name = tree.tokens.text(node.typeName);
          reportTokens(node.first, node.last, {
            message: {
              ru: `«${name}» не работает в Linux и macOS: проверьте систему перед созданием`,
              en: `"${name}" does not work in Linux and macOS: check the system before making it`,
            },
          });
        },
      },
    };
  },
});

function isBelowFirst(branch: Node | undefined, node: Node): branch is Node {
  return branch !== undefined && branch.first <= node.first && node.last <= branch.last;
}

/** Where code or preprocessor lines name an operating system, in order. */
function platformPlaces(tree: SyntaxTree): readonly number[] {
  const found: number[] = [];
  for (let token = 0; token < tree.tokens.count; token += 1)
    if (platform.test(tree.tokens.text(token))) found.push(tree.tokens.start(token));
  for (const { start, end } of tree.directives)
    if (platform.test(tree.source.slice(start, end))) found.push(start);
  return found.sort((left, right) => left - right);
}

function firstFrom(sorted: readonly number[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
