import type { Annotation } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { placesOf } from '../calls/methods.ts';

export const compilationDirectiveLost = defineRule({
  key: 'CompilationDirectiveLost',
  type: 'smell',
  severity: 'major',
  minutes: 1,
  dialect: 'bsl',
  moduleTypes: ['FormModule', 'CommandModule'],
  title: { ru: 'Метод без директивы компиляции', en: 'A method without a compilation directive' },
  create: ({ tree, reportTokens }) => ({
    enter: {
      method(node) {
        if (node.name < 0 || placesOf(tree, node).length > 0) return;
        const name = tree.tokens.text(node.name);
        reportTokens(node.name, node.name, {
          message: {
            ru: `Укажите директивой, где исполняется «${name}»`,
            en: `Tell with a directive where "${name}" runs`,
          },
        });
      },
    },
  }),
});

export const compilationDirectiveNeedLess = defineRule({
  key: 'CompilationDirectiveNeedLess',
  type: 'smell',
  severity: 'major',
  minutes: 1,
  dialect: 'bsl',
  standards: [439],
  moduleTypes: [
    'ApplicationModule',
    'CommonModule',
    'ExternalConnectionModule',
    'ManagedApplicationModule',
    'ManagerModule',
    'ObjectModule',
    'OrdinaryApplicationModule',
    'RecordSetModule',
    'SessionModule',
    'ValueManagerModule',
  ],
  title: { ru: 'Лишняя директива компиляции', en: 'A needless compilation directive' },
  message: {
    ru: 'Уберите директиву: где исполняется модуль, решают его свойства',
    en: 'Remove the directive: the properties of the module decide where it runs',
  },
  create({ tree, reportTokens }) {
    const check = ({ annotations }: { readonly annotations: readonly Annotation[] }): void => {
      for (const annotation of annotations)
        if (placesOf(tree, { annotations: [annotation] }).length > 0)
          reportTokens(annotation.first, annotation.name);
    };
    return { enter: { method: check, variableDeclaration: check } };
  },
});
