import { describe, expect, it } from 'vitest';
import { kindTitle, ownerObject, propertyTitle, spaced, typePieces } from './names.rules.ts';

it.each([
  ['РегистрыНакопления', 'Регистры накопления'],
  ['ПланыВидовХарактеристик', 'Планы видов характеристик'],
  ['HTTPСервисы', 'HTTP-сервисы'],
  ['WebСервисы', 'Web-сервисы'],
  ['ПакетыXDTO', 'Пакеты XDTO'],
  ['Справочники', 'Справочники'],
  ['AccumulationRegister', 'Accumulation register'],
  ['HTTPService', 'HTTP service'],
  ['codeLength', 'code length'],
])('%s: %s', (name, words) => {
  expect(spaced(name)).toBe(words);
});

it.each([
  ['Catalog', 'Catalogs'],
  ['ChartOfAccounts', 'Charts of accounts'],
  ['FilterCriterion', 'Filter criteria'],
  ['BusinessProcess', 'Business processes'],
])('%s as a heading: %s', (en, heading) => {
  expect(kindTitle({ ru: 'Виды', en }, 'en')).toBe(heading);
  expect(kindTitle({ ru: 'Виды', en }, 'ru')).toBe('Виды');
});

it('a property begins with a capital', () => {
  expect(propertyTitle('codeLength')).toBe('Code length');
});

describe('types', () => {
  it('lead to the objects they refer to', () => {
    const type = {
      ru: 'СправочникСсылка.Товары, Число(15, 2), ОпределяемыйТип.Сумма',
      en: 'CatalogRef.Товары, Number(15, 2), DefinedType.Сумма',
    };
    expect(typePieces(type, 'ru')).toEqual([
      { text: 'СправочникСсылка.Товары', object: 'Catalog.Товары' },
      { text: 'Число(15, 2)', object: null },
      { text: 'ОпределяемыйТип.Сумма', object: 'DefinedType.Сумма' },
    ]);
  });
});

it.each([
  ['Catalog.Товары', 'Catalog.Товары'],
  ['Catalog.Товары.Form.ФормаСписка', 'Catalog.Товары'],
  ['Subsystem.Склад.Subsystem.Отгрузка.Command.Х', 'Subsystem.Склад.Subsystem.Отгрузка'],
])('%s belongs to %s', (name, owner) => {
  expect(ownerObject(name)).toBe(owner);
});
