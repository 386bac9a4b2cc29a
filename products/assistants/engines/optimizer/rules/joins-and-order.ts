import { forEach, type Rule } from '../context.ts';
import { standards } from '../finding.ts';
import { statementOf } from '../scope.ts';

/** Rule 11: a full outer join. */
export const fullJoin: Rule = (context) =>
  forEach(context, 'join', (join) =>
    join.type === 'full'
      ? {
          rule: 11,
          code: 'full-join',
          at: join.keyword,
          standard: standards.fullJoin,
          reason: {
            ru: 'Полное внешнее соединение медленно работает на PostgreSQL: объедините два запроса (ОБЪЕДИНИТЬ ВСЕ) и сгруппируйте результат',
            en: 'A full outer join is slow on PostgreSQL: unite two queries by UNION ALL and group the result',
          },
        }
      : null,
  );

/** Rule 14: the first records of an order that nobody has set. The first record alone is taken for a check of presence. */
export const topWithoutOrder: Rule = (context) =>
  forEach(context, 'top', (top) => {
    const select = top.parent;
    if (select?.kind !== 'select' || select.orderBy !== null || top.count <= 1) return null;
    const statement = statementOf(select);
    if (statement !== null && (statement.orderBy !== null || statement.autoOrder !== null)) return null;
    return {
      rule: 14,
      code: 'top-without-order',
      at: top,
      standard: standards.nullValues,
      reason: {
        ru: 'ПЕРВЫЕ без УПОРЯДОЧИТЬ ПО: какие записи попадут в результат, не определено. Задайте порядок, в конце — уникальное поле',
        en: 'TOP without ORDER BY: which records come is not defined. Set an order that ends with a unique field',
      },
    };
  });

/** Rule 18: a lock by a query, needless under managed locks. */
export const lockingQuery: Rule = (context) =>
  forEach(context, 'for-update', (clause) => ({
    rule: 18,
    code: 'for-update',
    at: clause,
    standard: standards.forUpdate,
    reason: {
      ru: 'ДЛЯ ИЗМЕНЕНИЯ действует только при автоматических блокировках; в управляемом режиме используйте объект БлокировкаДанных',
      en: 'FOR UPDATE works under automatic locks only; under managed locks use the DataLock object',
    },
    edits: [{ start: clause.start, end: clause.end, text: '' }],
    safe: context.schema.lockControl === 'managed',
  }));
