import type { Expression } from '../syntax.ts';
import { T, type TokenKind } from '../token-kind.ts';
import type { Reader } from './reader.ts';

/** An operand with the token of its sign or `Не`; -1 without one. */
export interface Term {
  readonly sign: number;
  readonly value: Expression;
}

const powers: Partial<Record<TokenKind, number>> = {
  [T.Or]: 1,
  [T.And]: 2,
  [T.Equal]: 4,
  [T.NotEqual]: 4,
  [T.Less]: 4,
  [T.LessOrEqual]: 4,
  [T.Greater]: 4,
  [T.GreaterOrEqual]: 4,
  [T.Plus]: 5,
  [T.Minus]: 5,
};
const strongest = 6;
/** `Не` covers its operand and the comparison that it begins. */
const negated = 4;

/** The tree of a row of operands: `operators[i]` stands between `terms[i]` and `terms[i + 1]`. */
export function shaped(
  { tokens, at }: Reader,
  terms: readonly Term[],
  operators: readonly number[],
): Expression {
  let here = 0;
  const operand = (): Expression => {
    const { sign, value } = terms[here] ?? { sign: -1, value: missing };
    if (sign < 0) return value;
    const operator = tokens.kind(sign);
    const covered = operator === T.Not ? joined(value, negated) : value;
    const last = Math.max(sign, covered.last);
    return { kind: 'unary', first: sign, last, operator, operand: covered, parent: undefined };
  };
  const joined = (start: Expression, least: number): Expression => {
    let left = start;
    for (;;) {
      const operatorToken = operators[here];
      if (operatorToken === undefined) return left;
      const operator = tokens.kind(operatorToken);
      const power = powers[operator] ?? strongest;
      if (power < least) return left;
      here += 1;
      const right = joined(operand(), power + 1);
      const [first, last] = [left.first, Math.max(operatorToken, right.last)];
      left = { kind: 'binary', first, last, operator, operatorToken, left, right, parent: undefined };
    }
  };
  const missing: Expression = { kind: 'missing', first: at, last: at - 1, parent: undefined };
  return joined(operand(), 1);
}
