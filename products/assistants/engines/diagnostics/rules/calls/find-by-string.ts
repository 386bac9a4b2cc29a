import { T } from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { chainOf } from './chains.ts';
import { managers } from './managers.ts';

const finders = nameSet(
  ...['НайтиПоНаименованию', 'FindByDescription', 'НайтиПоКоду', 'FindByCode'],
  ...['НайтиПоНомеру', 'FindByNumber'],
);

export const usingFindElementByString = defineRule({
  key: 'UsingFindElementByString',
  type: 'smell',
  severity: 'major',
  minutes: 2,
  dialect: 'bsl',
  title: { ru: 'Поиск элемента по строке в коде', en: 'An item is searched by a literal' },
  create: ({ tree: { tokens }, reportTokens }) => ({
    enter: {
      call({ callee, args, last }) {
        if (callee.kind !== 'member' || callee.name < 0 || !finders.has(tokens.key(callee.name))) return;
        const [value] = args.values;
        const kind = value === undefined ? T.EndOfFile : tokens.kind(value.first);
        const isWhole = kind === T.Number && !tokens.text(value?.first ?? -1).includes('.');
        if (value !== undefined && kind !== T.String && !isWhole) return;
        const name = tokens.text(callee.name);
        reportTokens(callee.name, last, {
          message: {
            ru: `«${name}» со значением из кода сломается, когда данные переименуют: заведите предопределённый элемент или реквизит`,
            en: `"${name}" with a literal breaks once the data is renamed: make a predefined item or an attribute`,
          },
        });
      },
    },
  }),
});

const byCode = nameSet('НайтиПоКоду', 'FindByCode');

export const unsafeFindByCode = defineRule({
  key: 'UnsafeFindByCode',
  type: 'smell',
  severity: 'major',
  minutes: 5,
  dialect: 'bsl',
  standards: [456],
  title: { ru: 'Поиск по коду, который не уникален', en: 'A search by a code that is not unique' },
  message: {
    ru: 'Код здесь не уникален: «НайтиПоКоду» вернёт один из нескольких элементов. Ищите по реквизиту, который отличает их',
    en: 'The code is not unique here: "FindByCode" answers one of several items. Search by an attribute that tells them apart',
  },
  create({ tree: { tokens }, project, reportTokens }) {
    if (project === undefined) return {};
    return {
      enter: {
        call({ callee }) {
          if (callee.kind !== 'member' || callee.name < 0 || !byCode.has(tokens.key(callee.name))) return;
          const { base, links } = chainOf(callee);
          const [object] = links;
          const kind = base.kind === 'name' ? managers.get(tokens.key(base.first)) : undefined;
          if (kind === undefined || object?.kind !== 'property' || links.length < 2) return;
          if (project.hasUniqueCodes(`${kind}.${tokens.text(object.name)}`) === false)
            reportTokens(callee.name, callee.name);
        },
      },
    };
  },
});
