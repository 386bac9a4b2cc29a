import { type Expression, type SyntaxTree, T, type TokenKind } from '#products/assistants/engines/bsl';

/** One side of an operation: the value and the sign or `Не` directly before it. */
export interface Operand {
  /** Token of the sign or `Не`, -1 without one. */
  readonly sign: number;
  readonly signKind: TokenKind;
  readonly value: Expression;
  readonly first: number;
  readonly last: number;
}

export interface Operator {
  readonly token: number;
  readonly kind: TokenKind;
}

/** An expression as it is written: operands and the operators between them, without precedence. */
export interface FlatExpression {
  readonly operands: readonly Operand[];
  /** One less than the operands; the first stands between the first two. */
  readonly operators: readonly Operator[];
}

export function flatten(expression: Expression): FlatExpression {
  const operands: Operand[] = [];
  const operators: Operator[] = [];
  const add = (node: Expression, sign: number, signKind: TokenKind): void => {
    if (node.kind === 'binary') {
      add(node.left, sign, signKind);
      operators.push({ token: node.operatorToken, kind: node.operator });
      add(node.right, -1, T.EndOfFile);
    } else if (node.kind === 'unary' && (sign < 0 || node.operand.kind !== 'number'))
      add(node.operand, node.first, node.operator);
    else {
      // After `Не` a number keeps its own sign.
      const first = sign < 0 ? node.first : sign;
      operands.push({ sign, signKind, value: node, first, last: Math.max(first, node.last) });
    }
  };
  add(expression, -1, T.EndOfFile);
  return { operands, operators };
}

/** The text of an operand, without what stands between its tokens. */
export function operandText(tree: SyntaxTree, { first, last }: Operand): string {
  let text = '';
  for (let token = first; token <= last; token += 1) text += tree.tokens.text(token);
  return text;
}

/** The expression in parentheses with which a value begins: `(А И Б)`, `(А).Метод()`. */
export function parenthesizedHead(value: Expression): Expression | undefined {
  let here: Expression = value;
  for (;;) {
    if (here.kind === 'parenthesized') return here.expression;
    if (here.kind === 'member' || here.kind === 'index') here = here.object;
    else if (here.kind === 'call') here = here.callee;
    else return undefined;
  }
}
