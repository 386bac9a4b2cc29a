import { type New, nodesOf, T } from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { isNamed } from './token-text.ts';

const structures = nameSet('Структура', 'Structure', 'ФиксированнаяСтруктура', 'FixedStructure');

export const numberOfValuesInStructureConstructor = defineRule({
  key: 'NumberOfValuesInStructureConstructor',
  type: 'smell',
  severity: 'minor',
  minutes: 10,
  standards: [693],
  title: {
    ru: 'Слишком много значений в конструкторе структуры',
    en: 'The constructor of a structure has too many values',
  },
  message: {
    ru: 'Добавляйте значения методом «Вставить»',
    en: 'Add the values with the method Insert',
  },
  defaults: { maxValuesCount: 3 },
  create: ({ tree, parameters: { maxValuesCount }, reportTokens }) => ({
    enter: {
      new({ typeName, args, first, last }) {
        if (!isNamed(tree, typeName, structures)) return;
        if ((args?.values.length ?? 0) > maxValuesCount + 1) reportTokens(first, last);
      },
    },
  }),
});

export const nestedConstructorsInStructureDeclaration = defineRule({
  key: 'NestedConstructorsInStructureDeclaration',
  type: 'smell',
  severity: 'minor',
  minutes: 10,
  title: {
    ru: 'Конструкторы с параметрами внутри конструктора структуры',
    en: 'Constructors with parameters within the constructor of a structure',
  },
  message: {
    ru: 'Создайте вложенный объект отдельно и передайте его переменной',
    en: 'Create the nested object separately and pass the variable',
  },
  create: ({ tree, reportTokens }) => ({
    enter: {
      new({ typeName, args, first, last }) {
        if (!isNamed(tree, typeName, structures) || args === undefined || args.values.length < 2) return;
        const nested = args.values.flatMap((value): readonly New[] => {
          if (value === undefined || tree.tokens.kind(value.first) !== T.New) return [];
          const [made] = nodesOf(value, 'new');
          return made?.args?.values.some((given) => given !== undefined) ? [made] : [];
        });
        if (nested.length === 0) return;
        reportTokens(first, last, {
          related: nested.map((made) => ({
            start: tree.tokens.start(made.first),
            end: tree.tokens.end(made.last),
            message: { ru: 'Вложенный конструктор', en: 'The nested constructor' },
          })),
        });
      },
    },
  }),
});
