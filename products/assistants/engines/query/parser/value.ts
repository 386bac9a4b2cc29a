import type { Expression } from '../ast.ts';
import { type Cursor, reportAt } from './cursor.ts';

/** The expression without the brackets around it. */
export const unwrap = (expression: Expression): Expression => {
  let inner = expression;
  while (inner.kind === 'parenthesized') inner = inner.expression;
  return inner;
};

/** The expression is true or false by its form: a condition. */
export const isCondition = (expression: Expression): boolean => {
  switch (unwrap(expression).kind) {
    case 'and':
    case 'or':
    case 'not':
    case 'compare':
    case 'in':
    case 'between':
    case 'like':
    case 'is-null':
    case 'refs':
      return true;
    default:
      return false;
  }
};

/** Notes an error when a condition stands where only a value may. */
export const mustBeValue = (c: Cursor, expression: Expression): Expression => {
  if (isCondition(expression))
    reportAt(
      c,
      'condition-as-value',
      expression,
      'Здесь нужно значение, а не условие',
      'A value is needed here, not a condition',
    );
  return expression;
};
