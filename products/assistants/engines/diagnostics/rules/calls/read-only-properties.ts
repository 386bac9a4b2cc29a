import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { chainOf } from './chains.ts';
import { managers } from './managers.ts';

const finders = nameSet(
  ...['НайтиПоКоду', 'FindByCode', 'НайтиПоНаименованию', 'FindByDescription'],
  ...['НайтиПоНомеру', 'FindByNumber', 'НайтиПоРеквизиту', 'FindByAttribute'],
  ...['ПустаяСсылка', 'EmptyRef', 'ПолучитьСсылку', 'GetRef'],
);

export const assignToReadOnlyProperty = defineRule({
  key: 'AssignToReadOnlyProperty',
  type: 'error',
  severity: 'major',
  minutes: 5,
  title: { ru: 'Запись в свойство только для чтения', en: 'A read-only property is assigned' },
  message: {
    ru: 'Свойства ссылки только читаются: получите объект методом «ПолучитьОбъект»',
    en: 'Properties of a reference are read only: take the object with "GetObject"',
  },
  create({ tree: { tokens }, project, reportTokens }) {
    if (project === undefined) return {};
    return {
      enter: {
        assignment({ target }) {
          const { base, links } = chainOf(target);
          const [object, finder, property, ...others] = links;
          const kind = base.kind === 'name' ? managers.get(tokens.key(base.first)) : undefined;
          if (kind === undefined || object?.kind !== 'property' || finder?.kind !== 'call') return;
          if (property?.kind !== 'property' || property.name < 0 || others.length > 0) return;
          if (!finders.has(tokens.key(finder.name))) return;
          if (project.hasObject(`${kind}.${tokens.text(object.name)}`))
            reportTokens(property.name, property.name);
        },
      },
    };
  },
});
