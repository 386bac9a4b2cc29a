import { isGlobalCall } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { methodOf, placeOfMethod } from '../calls/methods.ts';

const interactive = /(?:ПриАктивизацииСтроки|OnActivateRow|НачалоВыбора|OnStartChoice)$/iu;

export const serverCallsInFormEvents = defineRule({
  key: 'ServerCallsInFormEvents',
  type: 'error',
  severity: 'critical',
  minutes: 15,
  dialect: 'bsl',
  moduleTypes: ['FormModule'],
  title: { ru: 'Вызов сервера в частом событии формы', en: 'A server call in a frequent event of a form' },
  create: ({ tree, symbols, reportTokens }) => ({
    enter: {
      call(call) {
        if (!isGlobalCall(call)) return;
        const called = symbols.methodsByKey.get(tree.tokens.key(call.first))?.node;
        if (called === undefined) return;
        const place = placeOfMethod(tree, called);
        if (place !== 'server' && place !== 'serverNoContext') return;
        const method = methodOf(call);
        if (method === undefined || !interactive.test(tree.tokens.text(method.name))) return;
        const name = tree.tokens.text(call.first);
        reportTokens(call.first, call.last, {
          message: {
            ru: `Событие возникает при каждом движении по форме: не вызывайте из него серверный «${name}»`,
            en: `The event comes with every move in the form: do not call "${name}" on the server from it`,
          },
        });
      },
    },
  }),
});

export const serverSideExportFormMethod = defineRule({
  key: 'ServerSideExportFormMethod',
  type: 'error',
  severity: 'blocker',
  minutes: 5,
  dialect: 'bsl',
  moduleTypes: ['FormModule'],
  title: { ru: 'Экспортный серверный метод формы', en: 'An exported server method of a form' },
  message: {
    ru: 'Экспортными в модуле формы делайте только методы на клиенте',
    en: 'Export only methods of the client from the module of a form',
  },
  create({ tree, moduleType, project, symbols, reportTokens }) {
    if (project === undefined || moduleType !== 'FormModule') return {};
    return {
      finish() {
        for (const { node, isExport } of symbols.methods)
          if (isExport && node.endKeyword >= 0 && placeOfMethod(tree, node) !== 'client')
            reportTokens(node.name, node.name);
      },
    };
  },
});
