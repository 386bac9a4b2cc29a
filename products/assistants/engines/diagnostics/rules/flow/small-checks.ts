import { nodesOf, T, walk } from '#products/assistants/engines/bsl';
import { calledNameToken, nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { chainAround, chainParts } from './name-chain.ts';
import { isNamed } from './token-text.ts';

const toNumber = nameSet('Число', 'Number');
const thisObject = nameSet('ЭтотОбъект', 'ThisObject');
const externalCode = nameSet(
  'ВнешниеОбработки',
  'ExternalDataProcessors',
  'ВнешниеОтчеты',
  'ExternalReports',
  'РасширенияКонфигурации',
  'ConfigurationExtensions',
);
const externalCodeMethods = nameSet('Создать', 'Create', 'Подключить', 'Connect');

export const tryNumber = defineRule({
  key: 'TryNumber',
  type: 'smell',
  severity: 'major',
  minutes: 2,
  standards: [499],
  title: { ru: 'Приведение к числу внутри «Попытка»', en: 'A conversion to a number within Try' },
  message: {
    ru: 'Приводите к числу через ОписаниеТипов: «Попытка» для этого не нужна',
    en: 'Convert to a number with TypeDescription: Try is not needed for it',
  },
  create: ({ tree, reportTokens }) => ({
    finish() {
      walk(tree.module, (node) => {
        if (node.kind !== 'block' || node.parent?.kind !== 'try' || node.parent.body !== node) return true;
        for (const call of nodesOf(node, 'call'))
          if (call.callee.kind === 'name' && isNamed(tree, call.first, toNumber))
            reportTokens(call.first, call.last);
        return false;
      });
    },
  }),
});

export const unaryPlusInConcatenation = defineRule({
  key: 'UnaryPlusInConcatenation',
  type: 'error',
  severity: 'blocker',
  minutes: 1,
  title: { ru: 'Лишний плюс при сложении строк', en: 'An extra plus in a concatenation of strings' },
  message: { ru: 'Удалите второй плюс', en: 'Remove the second plus' },
  create: ({ tree, reportTokens }) => ({
    enter: {
      unary({ operator, operand, first }) {
        // A number is read with its own sign.
        const inner = operand.kind === 'unary' ? operand.operand : operand;
        if (operator !== T.Plus || inner.kind === 'number' || first === 0) return;
        if (tree.tokens.kind(first - 1) === T.Plus) reportTokens(first, first);
      },
    },
  }),
});

export const thisObjectAssign = defineRule({
  key: 'ThisObjectAssign',
  type: 'error',
  severity: 'blocker',
  minutes: 1,
  dialect: 'bsl',
  moduleTypes: ['CommonModule', 'FormModule'],
  title: { ru: 'Присваивание свойству ЭтотОбъект', en: 'An assignment to ThisObject' },
  message: {
    ru: 'Переименуйте переменную: ЭтотОбъект — свойство, доступное только для чтения',
    en: 'Rename the variable: ThisObject is a property that is read only',
  },
  create: ({ tree, project, reportTokens }) => ({
    enter: {
      assignment({ target }) {
        if (isBefore833(project?.compatibility)) return;
        if (target.kind === 'name' && isNamed(tree, target.first, thisObject))
          reportTokens(target.first, target.first);
      },
    },
  }),
});

export const usingExternalCodeTools = defineRule({
  key: 'UsingExternalCodeTools',
  type: 'hotspot',
  severity: 'critical',
  minutes: 15,
  standards: [669],
  title: { ru: 'Подключается внешний код', en: 'External code is connected' },
  message: {
    ru: 'Проверьте, что внешний код берётся из доверенного места и выполняется в безопасном режиме',
    en: 'Check that the external code comes from a trusted place and runs in the safe mode',
  },
  create: ({ tree, reportTokens }) => ({
    enter: {
      name(node) {
        if (!isNamed(tree, node.first, externalCode)) return;
        if (node.parent?.kind === 'call' && node.parent.callee === node) return;
        const chain = chainAround(node);
        if (chain.parent?.kind === 'assignment' && chain.parent.target === chain) return;
        const connects = nodesOf(chain, 'call').some(
          (call) =>
            call.callee.kind === 'member' && isNamed(tree, calledNameToken(call), externalCodeMethods),
        );
        if (connects && chainParts(tree, chain).head === node) reportTokens(chain.first, chain.last);
      },
    },
  }),
});

/** Before 8.3.3 the property could be shadowed. */
function isBefore833(mode: readonly number[] | undefined): boolean {
  if (mode === undefined) return false;
  const [major = 0, minor = 0, release = 0] = mode;
  return major * 10_000 + minor * 100 + release < 80_303;
}
