import { type Expression, type SyntaxTree, T } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { flatten } from './flat-expression.ts';
import { type BinaryOperation, type Operation, operationOf, partsOf } from './operand-tree.ts';
import { areSame } from './same-operations.ts';
import { wholeExpressions } from './whole-expressions.ts';

/** The binary operations of an expression that both sides of matter for; chains of dots are not looked into. */
function comparable(operation: Operation, found: BinaryOperation[]): void {
  if (operation.kind === 'access') return;
  if (operation.kind === 'binary' && operation.operator !== T.Plus && operation.operator !== T.Star)
    found.push(operation);
  for (const part of partsOf(operation)) comparable(part, found);
}

/** `А И (Б И …)`: the same operator again on the right side. */
function continuation(operation: BinaryOperation): BinaryOperation | undefined {
  const { operator, right } = operation;
  if (operator !== T.Or && operator !== T.And) return undefined;
  return right.kind === 'binary' && right.operator === operator ? right : undefined;
}

function isRepeated(tree: SyntaxTree, operation: BinaryOperation, divisors: ReadonlySet<string>): boolean {
  const { left, right, operator } = operation;
  if (areSame(tree, left, right)) {
    const isUsual =
      operator === T.Slash && left.kind === 'literal' && divisors.has(tree.tokens.text(left.last));
    return !isUsual;
  }
  for (let next = continuation(operation); next !== undefined; next = continuation(next))
    if (areSame(tree, left, next.left) || areSame(tree, left, next.right)) return true;
  return false;
}

export const identicalExpressions = defineRule({
  key: 'IdenticalExpressions',
  type: 'error',
  severity: 'major',
  minutes: 5,
  title: {
    ru: 'Одинаковые выражения по обе стороны операции',
    en: 'Both sides of an operation are the same',
  },
  defaults: { popularDivisors: '60, 1024' },
  create({ tree, parameters: { popularDivisors }, reportTokens }) {
    const divisors = new Set(
      popularDivisors
        .split(',')
        .map((divisor) => divisor.trim())
        .filter((divisor) => divisor !== ''),
    );
    function check(expression: Expression): void {
      const { operands, operators } = flatten(expression);
      if (operators.length === 0) return;
      // `Ждать` takes all that follows; only as a statement it is looked into.
      const awaits = operands[0]?.value.kind === 'await';
      if (awaits && expression.parent?.kind !== 'expressionStatement') return;
      const first = awaits ? expression.first + 1 : expression.first;
      const operations: BinaryOperation[] = [];
      comparable(operationOf(expression), operations);
      for (const operation of operations) {
        if (!isRepeated(tree, operation, divisors)) continue;
        const sign = tree.tokens.text(operation.first);
        reportTokens(first, expression.last, {
          message: {
            ru: `По обе стороны «${sign}» стоит одно и то же: проверьте выражение`,
            en: `Both sides of "${sign}" are the same: check the expression`,
          },
        });
      }
    }
    return {
      finish() {
        for (const expression of wholeExpressions(tree)) check(expression);
      },
    };
  },
});
