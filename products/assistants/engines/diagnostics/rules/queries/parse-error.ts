import { defineQueryRule } from './query-rule.ts';

export const queryParseError = defineQueryRule({
  key: 'QueryParseError',
  type: 'smell',
  severity: 'major',
  minutes: 5,
  dialect: 'bsl',
  standards: [437],
  title: {
    ru: 'Текст запроса написан с ошибкой и не откроется в конструкторе запросов',
    en: 'The text of the query has an error and will not open in the query designer',
  },
  takesBroken: true,
  check({ outcome }, { report }) {
    for (const range of outcome.broken) report(range);
  },
});
