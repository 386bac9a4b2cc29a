import { nodesOf } from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';

const creationHandlers = nameSet('ПриСозданииОбъекта', 'OnObjectCreate');
/** Annotations by which a method of an extension stands in for another one. */
const extending = nameSet(
  'Перед',
  'Before',
  'После',
  'After',
  'Вместо',
  'Around',
  'ИзменениеИКонтроль',
  'ChangeAndValidate',
);

export const unusedLocalMethod = defineRule({
  key: 'UnusedLocalMethod',
  type: 'smell',
  severity: 'major',
  minutes: 1,
  standards: [456],
  moduleTypes: ['CommonModule', 'ObjectModule'],
  title: { ru: 'Локальный метод не вызывается', en: 'A local method is not called' },
  defaults: { attachableMethodPrefixes: 'подключаемый_,attachable_', checkObjectModule: false },
  create: ({ tree, symbols, moduleType, parameters, reportTokens }) => ({
    finish() {
      if (!parameters.checkObjectModule && moduleType === 'ObjectModule') return;
      const prefixes = parameters.attachableMethodPrefixes
        .toLowerCase()
        .split(',')
        .map((prefix) => prefix.trim());
      const called = new Set<string>();
      for (const { callee } of nodesOf(tree.module, 'call'))
        if (callee.kind === 'name') called.add(tree.tokens.key(callee.first));
      for (const { node, name, key, isExport, annotations } of symbols.methods) {
        if (isExport || node.endKeyword < 0 || node.name < 0 || called.has(key)) continue;
        if (creationHandlers.has(key) || annotations.some((annotation) => extending.has(annotation)))
          continue;
        if (prefixes.some((prefix) => key.startsWith(prefix))) continue;
        reportTokens(node.name, node.name, {
          message: { ru: `Удалите неиспользуемый метод ${name}`, en: `Remove the unused method ${name}` },
        });
      }
    },
  }),
});
