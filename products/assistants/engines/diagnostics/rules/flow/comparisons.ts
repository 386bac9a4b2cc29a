import { T } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { type Operation, operationOf, partsOf } from './operand-tree.ts';
import { wholeExpressions } from './whole-expressions.ts';

/** Every operation of an expression with the one it is an operand of. */
function eachOperation(
  operation: Operation,
  visit: (operation: Operation, above: Operation | undefined) => void,
  above?: Operation,
): void {
  visit(operation, above);
  const isOperator = operation.kind === 'binary' || operation.kind === 'unary';
  for (const part of partsOf(operation)) eachOperation(part, visit, isOperator ? operation : undefined);
}

function isEquality(operation: Operation): boolean {
  return operation.kind === 'binary' && (operation.operator === T.Equal || operation.operator === T.NotEqual);
}

export const doubleNegatives = defineRule({
  key: 'DoubleNegatives',
  type: 'smell',
  severity: 'major',
  minutes: 3,
  title: { ru: 'Двойное отрицание', en: 'Double negation' },
  message: {
    ru: 'Перепишите условие без второго отрицания',
    en: 'Write the condition without the second negation',
  },
  create: ({ tree, reportTokens }) => ({
    finish() {
      for (const expression of wholeExpressions(tree))
        eachOperation(operationOf(expression), (operation, above) => {
          if (above?.kind !== 'unary' || above.operator !== T.Not) return;
          if (operation.kind === 'binary' && operation.operator === T.NotEqual)
            reportTokens(above.first, operation.right.last);
          else if (operation.kind === 'unary' && operation.operator === T.Not)
            reportTokens(above.first, operation.operand.last);
        });
    },
  }),
});

export const compareWithBoolean = defineRule({
  key: 'CompareWithBoolean',
  type: 'smell',
  severity: 'minor',
  minutes: 1,
  standards: [441],
  title: { ru: 'Сравнение с Истиной или Ложью', en: 'A comparison with True or False' },
  message: {
    ru: 'Используйте само значение или «Не» вместо сравнения с константой',
    en: 'Use the value itself, or Not, instead of comparing it with a constant',
  },
  create: ({ tree, reportTokens }) => ({
    finish() {
      const isBoolean = ({ kind, first }: Operation): boolean =>
        kind === 'literal' && (tree.tokens.kind(first) === T.True || tree.tokens.kind(first) === T.False);
      for (const expression of wholeExpressions(tree))
        eachOperation(operationOf(expression), (operation) => {
          if (operation.kind !== 'binary' || !isEquality(operation)) return;
          if (isBoolean(operation.left) || isBoolean(operation.right))
            reportTokens(operation.left.first, operation.right.last);
        });
    },
  }),
});
