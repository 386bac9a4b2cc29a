import { type Expression, type Node, type SyntaxTree, T } from '#products/assistants/engines/bsl';

/** The tokens without what stands between them: blanks and comments do not count. */
export function codeText(tree: SyntaxTree, first: number, last: number): string {
  if (first === last) return tree.tokens.text(first);
  const parts: string[] = [];
  for (let token = first; token <= last; token += 1) parts.push(tree.tokens.text(token));
  return parts.join('');
}

/** Equal for stretches with the same tokens; letter case matters in strings of one line only. */
export function codeKey(tree: SyntaxTree, first: number, last: number): string {
  const parts: string[] = [];
  for (let token = first; token <= last; token += 1)
    parts.push(tree.tokens.kind(token) === T.String ? tree.tokens.text(token) : tree.tokens.key(token));
  return parts.join('\u0001');
}

/** The line a token begins on. */
export function lineOf(tree: SyntaxTree, token: number): number {
  return tree.lines.lineAt(tree.tokens.start(token));
}

/** The leftmost operand of an expression, its sign or `Не` left out. */
export function firstOperand(expression: Expression): Expression {
  let here = expression;
  for (;;) {
    if (here.kind === 'binary') here = here.left;
    else if (here.kind === 'unary') here = here.operand;
    else return here;
  }
}

/** The whole formula a node is an operand of: up through operations and signs. */
export function formulaOf(node: Node): Node {
  let here = node;
  while (here.parent?.kind === 'binary' || here.parent?.kind === 'unary') here = here.parent;
  return here;
}
