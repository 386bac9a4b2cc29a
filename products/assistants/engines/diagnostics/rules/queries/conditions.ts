import { isCondition, nodesOf, type QueryNode, walk } from '#products/assistants/engines/query';
import { columnsIn, columnText } from './columns.ts';
import { optimizerFixAt, withFix } from './improvements.ts';
import { logicalParts } from './predicates.ts';
import { defineQueryRule } from './query-rule.ts';

/** Where the words ИЛИ stand at or below a node. */
const orWords = (root: QueryNode) => nodesOf(root, 'or').flatMap(({ operatorRanges }) => operatorRanges);

/** Between different fields no list of values can stand for ИЛИ. */
const namesSeveralFields = (root: QueryNode): boolean => new Set(columnsIn(root).map(columnText)).size > 1;

export const logicalOrInJoinQuerySection = defineQueryRule({
  key: 'LogicalOrInJoinQuerySection',
  type: 'smell',
  severity: 'major',
  minutes: 15,
  standards: [658],
  title: {
    ru: 'ИЛИ по разным полям в условии соединения: индексы не используются, разделите на два соединения или два запроса',
    en: 'OR over different fields in the condition of a join keeps indexes from use: make two joins or two queries',
  },
  check(query, { report }) {
    for (const { condition } of query.nodes('join'))
      for (const part of logicalParts(condition))
        if (part.kind === 'parenthesized' && isCondition(part) && namesSeveralFields(part))
          for (const word of orWords(part)) report(word);
  },
});

export const logicalOrInWhere = defineQueryRule({
  key: 'LogicalOrInTheWhereSectionOfQuery',
  type: 'smell',
  severity: 'major',
  minutes: 15,
  dialect: 'bsl',
  standards: [658],
  title: {
    ru: 'ИЛИ в секции ГДЕ: для одного поля подойдёт В (…), для разных — запросы, соединённые ОБЪЕДИНИТЬ ВСЕ',
    en: 'OR in WHERE: use IN (…) for one field, and queries joined by UNION ALL for different ones',
  },
  takesBroken: true,
  check(query, { report }) {
    const seen = new Set<number>();
    for (const { where } of query.nodes('select')) {
      if (where === null || seen.has(where.start)) continue;
      walk(where, (node) => {
        if (node.kind === 'select' && node.where !== null) seen.add(node.where.start);
        if (node.kind !== 'or') return;
        const fix = withFix(optimizerFixAt(query, 'or-of-one-field', node));
        for (const word of node.operatorRanges) report(word, fix);
      });
    }
  },
});
