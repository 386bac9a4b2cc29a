import { type Expression, type Node, type SyntaxTree, walk } from '#products/assistants/engines/bsl';
import { plainFunctions } from './plain-functions.ts';

/** The first node of a chain: `А` of `А.Б(1).В()`. */
function rootOf(chain: Expression): Expression {
  let here = chain;
  for (;;) {
    if (here.kind === 'member' || here.kind === 'index') here = here.object;
    else if (here.kind === 'call') here = here.callee;
    else return here;
  }
}

/** Whether a call is the statement itself, or a link in the chain of one: the statement's line stands for it. */
function isOfStatement(call: Node): boolean {
  let here = call;
  for (let above = here.parent; above !== undefined; above = above.parent) {
    if (above.kind === 'callStatement') return true;
    const isLink =
      ((above.kind === 'member' || above.kind === 'index') && above.object === here) ||
      (above.kind === 'call' && above.callee === here);
    if (!isLink) return false;
    here = above;
  }
  return false;
}

/**
 * Lines, from 1 and in order, that a measurement of the platform can report as run, counted as Coverage41C counts them:
 * where simple statements, conditions, loops and calls begin, and the closing words of blocks.
 * https://github.com/1c-syntax/Coverage41C
 */
export function coverableLines(tree: SyntaxTree): readonly number[] {
  const { tokens, lines } = tree;
  const found = new Set<number>();
  const add = (token: number): void => {
    if (token >= 0) found.add(lines.lineAt(tokens.start(token)) + 1);
  };
  walk(tree.module, (node) => {
    switch (node.kind) {
      case 'assignment':
      case 'callStatement':
      case 'goto':
      case 'return':
      case 'break':
      case 'continue':
      case 'raise':
      case 'execute':
      case 'addHandler':
      case 'removeHandler':
        add(node.first);
        break;
      case 'ifBranch':
        add(node.keyword);
        break;
      case 'while':
      case 'for':
      case 'forEach':
        add(node.first);
        add(node.doKeyword);
        add(node.endKeyword);
        break;
      case 'if':
      case 'try':
      case 'method':
        add(node.endKeyword);
        break;
      case 'call':
        if (node.callee.kind === 'name') {
          if (!plainFunctions.has(tokens.key(node.callee.first))) add(node.callee.first);
        } else if (!isOfStatement(node)) add(rootOf(node).first);
        break;
      default:
    }
  });
  return [...found].sort((left, right) => left - right);
}
