import { type Expression, nodesOf, type Select, unwrap } from '#products/assistants/engines/query';
import { finding, forEach, type Rule } from '../context.ts';
import { standards } from '../finding.ts';
import { conjunctsOf, selectsOf, tableOf, tablesOf } from '../scope.ts';

/** Rule 12: patterns that are computed in the query, or that begin with anything. */
export const likePatterns: Rule = (context) =>
  forEach(context, 'like', (like) => {
    const pattern = unwrap(like.pattern);
    const fixed = pattern.kind === 'string' || pattern.kind === 'parameter';
    if (fixed && !(pattern.kind === 'string' && pattern.value.startsWith('%'))) return null;
    return {
      rule: 12,
      code: fixed ? 'like-from-the-middle' : 'like-computed-pattern',
      at: like.pattern,
      standard: standards.likePattern,
      reason: fixed
        ? {
            ru: 'Шаблон начинается с «%»: индекс по полю использован не будет',
            en: 'The pattern begins with "%": an index on the field will not be used',
          }
        : {
            ru: 'Шаблон ПОДОБНО собирается в запросе: соберите его в коде, экранируя спецсимволы, и передайте параметром',
            en: 'The LIKE pattern is computed in the query: build it in code with special characters escaped and pass it as a parameter',
          },
    };
  });

const hidesField = (side: Expression): boolean =>
  (side.kind === 'call' || side.kind === 'arithmetic' || side.kind === 'unary') &&
  nodesOf(side, 'column').length > 0;

const sidesOf = (condition: Expression): readonly Expression[] => {
  if (condition.kind === 'compare') return [condition.left, condition.right];
  return condition.kind === 'between' || condition.kind === 'in' || condition.kind === 'like'
    ? [condition.left]
    : [];
};

/** Rule 16: a field inside an expression cannot be looked up in an index. */
export const expressionOverField: Rule = (context) =>
  selectsOf(context.ast).flatMap((select) =>
    conjunctsOf(select.where)
      .flatMap((condition) => sidesOf(condition).map(unwrap))
      .filter(hidesField)
      .map((side) =>
        finding(context, {
          rule: 16,
          code: 'expression-over-field',
          at: side,
          standard: standards.conditions,
          reason: {
            ru: 'Поле в отборе стоит внутри выражения, индекс использован не будет: перенесите вычисление на сторону параметра (например, МЕЖДУ &Начало И &Конец)',
            en: 'The field of the filter stands inside an expression, so no index is used: move the computing to the parameter (for example, BETWEEN &Start AND &End)',
          },
        }),
      ),
  );

const isCorrelated = (inner: Select, outer: Select): boolean => {
  const own = tablesOf(inner);
  const around = tablesOf(outer);
  return nodesOf(inner, 'column').some(
    (column) => tableOf(column, own) === null && tableOf(column, around) !== null,
  );
};

/** Rule 17: В and НЕ В with a nested query that depends on the outer row. */
export const nestedIn: Rule = (context) =>
  selectsOf(context.ast).flatMap((select) =>
    conjunctsOf(select.where).flatMap((condition) => {
      const inner = condition.kind === 'not' ? unwrap(condition.operand) : condition;
      if (inner.kind !== 'in' || inner.body === null) return [];
      const negated = inner.negated !== (condition.kind === 'not');
      const correlated = isCorrelated(inner.body.first, select);
      if (!correlated && !negated) return [];
      return [
        finding(context, {
          rule: 17,
          code: correlated ? 'correlated-in' : 'not-in-query',
          at: condition,
          standard: standards.joins,
          reason: correlated
            ? {
                ru: 'Вложенный запрос в В зависит от внешней строки и выполняется для каждой: замените внутренним соединением с временной таблицей',
                en: 'The nested query of IN depends on the outer row and runs for each: use an inner join with a temporary table',
              }
            : {
                ru: 'НЕ В с запросом медленный и ничего не вернёт, если в запросе встретится NULL: замените левым соединением с условием ЕСТЬ NULL',
                en: 'NOT IN with a query is slow and gives nothing when the query has a NULL: use a left join with IS NULL',
              },
        }),
      ];
    }),
  );
