import type { Finding } from '#products/assistants/engines/optimizer';
import type { Rule, RuleType, Severity } from '../../rule.ts';
import type { Text } from '../../text.ts';
import { fixOf, improvementsOf, withFix } from './improvements.ts';
import { hasUnknownPattern } from './likes.ts';
import type { ModuleQuery } from './module-queries.ts';
import { defineQueryRule } from './query-rule.ts';

interface OwnRule {
  readonly key: string;
  /** The optimizer's name of what it finds. */
  readonly code: string;
  readonly type: RuleType;
  readonly severity: Severity;
  readonly minutes: number;
  readonly standard: number;
  readonly title: Text;
  /** Only texts that are not put together from pieces tell enough. */
  readonly wholeOnly?: boolean;
  readonly acceptsOf?: (query: ModuleQuery) => (finding: Finding) => boolean;
}

/** Turns what the optimizer finds into a rule with its reason as the message and its safe rewrite as the fix. */
function ownRule({
  code,
  standard,
  wholeOnly = false,
  acceptsOf = () => () => true,
  ...facts
}: OwnRule): Rule {
  return defineQueryRule({
    ...facts,
    dialect: 'bsl',
    standards: [standard],
    check(query, { report }) {
      if (wholeOnly && !query.isWhole) return;
      const accepts = acceptsOf(query);
      for (const finding of improvementsOf(query))
        if (finding.code === code && accepts(finding))
          report(finding, { message: finding.reason, ...withFix(fixOf(query, finding)) });
    },
  });
}

const smell = { type: 'smell', severity: 'major', minutes: 10 } as const;

const declared: readonly OwnRule[] = [
  {
    ...smell,
    key: 'QueryVirtualTableConditionInWhere',
    code: 'filter-outside-virtual-table',
    standard: 657,
    title: { ru: 'Отбор виртуальной таблицы стоит в ГДЕ', en: 'A filter of a virtual table stands in WHERE' },
  },
  {
    ...smell,
    key: 'QueryExpressionOverIndexedField',
    code: 'expression-over-field',
    standard: 658,
    title: { ru: 'Поле отбора внутри выражения', en: 'A field of a filter inside an expression' },
  },
  {
    ...smell,
    key: 'QueryTempTableNotIndexed',
    code: 'temporary-table-without-index',
    minutes: 5,
    standard: 777,
    title: {
      ru: 'Временная таблица в соединении без индекса',
      en: 'A temporary table is joined without an index',
    },
  },
  {
    ...smell,
    key: 'QueryTempTableNeedlessIndex',
    code: 'needless-index',
    severity: 'minor',
    minutes: 2,
    standard: 777,
    title: { ru: 'Индекс маленькой временной таблицы', en: 'An index of a small temporary table' },
  },
  {
    ...smell,
    key: 'QueryUnusedTempTable',
    code: 'unused-temporary-table',
    minutes: 5,
    standard: 437,
    wholeOnly: true,
    title: { ru: 'Временная таблица не используется', en: 'A temporary table is not used' },
  },
  {
    ...smell,
    key: 'QueryForUpdate',
    code: 'for-update',
    standard: 460,
    title: { ru: 'ДЛЯ ИЗМЕНЕНИЯ в запросе', en: 'FOR UPDATE in a query' },
  },
  {
    ...smell,
    key: 'QuerySelectAll',
    code: 'select-star',
    severity: 'minor',
    minutes: 5,
    standard: 437,
    title: { ru: 'Выбираются все поля', en: 'All fields are selected' },
  },
  {
    ...smell,
    key: 'QueryCorrelatedIn',
    code: 'correlated-in',
    minutes: 15,
    standard: 655,
    title: { ru: 'Запрос в В зависит от внешней строки', en: 'The query of IN depends on the outer row' },
  },
  {
    ...smell,
    key: 'QueryNotInSubquery',
    code: 'not-in-query',
    minutes: 15,
    standard: 655,
    title: { ru: 'НЕ В с вложенным запросом', en: 'NOT IN with a nested query' },
  },
  {
    ...smell,
    key: 'QueryLikeFromTheMiddle',
    code: 'like-from-the-middle',
    severity: 'minor',
    standard: 726,
    title: { ru: 'Шаблон ПОДОБНО начинается с «%»', en: 'A LIKE pattern begins with "%"' },
  },
  {
    ...smell,
    key: 'QueryLikeComputedPattern',
    code: 'like-computed-pattern',
    standard: 726,
    title: { ru: 'Шаблон ПОДОБНО собирается в запросе', en: 'A LIKE pattern is computed in the query' },
    // IncorrectUseLikeInQuery tells of the others.
    acceptsOf: (query) => {
      const known = new Set(
        query.nodes('like').flatMap((like) => (hasUnknownPattern(like) ? [] : [like.pattern.start])),
      );
      return ({ start }) => known.has(start);
    },
  },
  {
    ...smell,
    key: 'QueryFilterUndoesOuterJoin',
    code: 'filter-undoes-outer-join',
    type: 'error',
    standard: 412,
    title: {
      ru: 'Отбор превращает внешнее соединение во внутреннее',
      en: 'A filter turns an outer join into an inner one',
    },
  },
];

/** Rules the reference analyser does not have. */
export const ownRules: readonly Rule[] = declared.map(ownRule);
