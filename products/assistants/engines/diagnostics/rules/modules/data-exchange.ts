import { nodesOf, type Statement, type SyntaxTree } from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { codeText } from '../calls/code-text.ts';

const handlers = nameSet(
  ...['ПередЗаписью', 'BeforeWrite', 'ПриЗаписи', 'OnWrite', 'ПередУдалением', 'BeforeDelete'],
);
const loading = /ОбменДанными\.Загрузка|DataExchange\.Load/iu;

export const dataExchangeLoading = defineRule({
  key: 'DataExchangeLoading',
  type: 'error',
  severity: 'critical',
  minutes: 5,
  dialect: 'bsl',
  standards: [464, 465, 752, 773],
  moduleTypes: ['ObjectModule', 'RecordSetModule', 'ValueManagerModule'],
  title: { ru: 'Обработчик записи не узнаёт загрузку', en: 'A handler of writing does not notice loading' },
  message: {
    ru: 'Начните обработчик с выхода при «ОбменДанными.Загрузка»',
    en: 'Begin the handler with a return on "DataExchange.Load"',
  },
  defaults: { findFirst: false },
  create: ({ tree, parameters, reportTokens }) => ({
    enter: {
      method({ isFunction, name, body, endKeyword }) {
        if (isFunction || endKeyword < 0 || !handlers.has(tree.tokens.key(name))) return;
        const statements = parameters.findFirst ? body.statements.slice(0, 1) : body.statements;
        if (!statements.some((statement) => leavesWhenLoading(tree, statement))) reportTokens(name, name);
      },
    },
  }),
});

function leavesWhenLoading(tree: SyntaxTree, statement: Statement): boolean {
  if (statement.kind !== 'if') return false;
  const [branch] = statement.branches;
  if (branch === undefined) return false;
  const { first, last } = branch.condition;
  return loading.test(codeText(tree, first, last)) && nodesOf(branch.body, 'return').length > 0;
}
