import type { Call, NodeOf, SyntaxTree } from '#products/assistants/engines/bsl';
import { isGlobalCall, nameSet } from '../../names.ts';
import { defineRule, type Visitor } from '../../rule.ts';
import { methodOf, placesOf } from './methods.ts';

const evaluate = nameSet('Вычислить', 'Eval');

/** Meets `Выполнить` and `Вычислить`. */
function atExecutedCode(tree: SyntaxTree, handle: (node: NodeOf<'execute'> | Call) => void): Visitor {
  return {
    enter: {
      execute: handle,
      call(call) {
        if (isGlobalCall(call) && evaluate.has(tree.tokens.key(call.first))) handle(call);
      },
    },
  };
}

export const executeExternalCode = defineRule({
  key: 'ExecuteExternalCode',
  type: 'vulnerability',
  severity: 'critical',
  minutes: 1,
  dialect: 'bsl',
  standards: [770],
  moduleTypes: [
    'CommandModule',
    'ExternalConnectionModule',
    'FormModule',
    'HTTPServiceModule',
    'ObjectModule',
    'OrdinaryApplicationModule',
    'RecordSetModule',
    'ValueManagerModule',
    'WEBServiceModule',
    'SessionModule',
  ],
  title: { ru: 'Произвольный код на сервере', en: 'Arbitrary code on the server' },
  message: {
    ru: 'Не исполняйте на сервере собранный или переданный текст: замените его вызовом',
    en: 'Run no text that was put together or passed in: call a method instead',
  },
  create: ({ tree, reportTokens }) =>
    atExecutedCode(tree, (node) => {
      const method = methodOf(node);
      if (method !== undefined && placesOf(tree, method).includes('client')) return;
      reportTokens(node.first, node.last);
    }),
});

export const executeExternalCodeInCommonModule = defineRule({
  key: 'ExecuteExternalCodeInCommonModule',
  type: 'hotspot',
  severity: 'critical',
  minutes: 15,
  dialect: 'bsl',
  standards: [770],
  moduleTypes: ['CommonModule'],
  title: { ru: 'Произвольный код в общем модуле', en: 'Arbitrary code in a common module' },
  message: {
    ru: 'Проверьте, кто может передать сюда код, и исполняйте его в безопасном режиме',
    en: 'Check who can pass code in here, and run it in safe mode',
  },
  create({ tree, path, project, reportTokens }) {
    const owner = project?.ownerOf(path)?.split('.').at(-1);
    const facts = owner === undefined ? undefined : project?.commonModule(owner);
    if (facts === undefined || !(facts.server || facts.externalConnection)) return {};
    return atExecutedCode(tree, (node) => reportTokens(node.first, node.last));
  },
});
