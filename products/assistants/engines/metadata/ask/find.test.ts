import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphFrom } from '../fixtures/graphs.fixture.ts';
import { trade, tradeExtension } from '../fixtures/trade.fixture.ts';
import { attributesOf } from './attributes.ts';
import { checkNames } from './check-names.ts';
import { findName } from './find.ts';
import { suggest } from './suggest.ts';
import { summaryOf } from './summary.ts';

const graph = graphFrom(trade, tradeExtension);

describe('finding by name', () => {
  test.each([
    ['Справочник.Партнеры', 'Catalog.Партнеры'],
    ['catalog.партнеры', 'Catalog.Партнеры'],
    ['Справочники.ПАРТНЕРЫ', 'Catalog.Партнеры'],
    ['СправочникСсылка.Партнеры', 'Catalog.Партнеры'],
    ['DocumentObject.Отгрузка', 'Document.Отгрузка'],
    ['Договоры', 'Catalog.Договоры'],
    ['Партнёры и клиенты', 'Catalog.Партнеры'],
    ['Справочник.Партнеры.ИНН', 'Catalog.Партнеры.Attribute.ИНН'],
    ['Справочник.Партнеры.Реквизит.ИНН', 'Catalog.Партнеры.Attribute.ИНН'],
    ['Партнеры.ИНН', 'Catalog.Партнеры.Attribute.ИНН'],
    ['Catalog.Партнеры.Description', 'Catalog.Партнеры.StandardAttribute.Description'],
    ['Справочник.Партнеры.Наименование', 'Catalog.Партнеры.StandardAttribute.Description'],
    ['Документ.Отгрузка.Товары', 'Document.Отгрузка.TabularSection.Товары'],
    ['Документ.Отгрузка.Товары.Товар', 'Document.Отгрузка.TabularSection.Товары.Attribute.Товар'],
    [
      'Document.Отгрузка.TabularSection.Товары.Attribute.Товар',
      'Document.Отгрузка.TabularSection.Товары.Attribute.Товар',
    ],
    ['Документ.Отгрузка.Партнер.ИНН', 'Catalog.Партнеры.Attribute.ИНН'],
    ['Документ.Отгрузка.Товары.Товар.Поставщик.ИНН', 'Catalog.Партнеры.Attribute.ИНН'],
    ['Перечисление.ВидыКонтактов.Почта', 'Enum.ВидыКонтактов.EnumValue.Почта'],
    ['Справочник.Партнеры.Розница', 'Catalog.Партнеры.Розница'],
    ['РегистрСведений.Цены.СрезПоследних', 'InformationRegister.Цены.СрезПоследних'],
    ['Справочник.Партнеры.Форма.ФормаСписка', 'Catalog.Партнеры.Form.ФормаСписка'],
    ['Справочник.Партнеры.Доп_Регион', 'Catalog.Партнеры.Attribute.Доп_Регион'],
    ['Подсистема.Склад.Подсистема.Отгрузка', 'Subsystem.Склад.Subsystem.Отгрузка'],
    ['Документ.Отгрузка.Организация', 'CommonAttribute.Организация'],
  ])('%s is %s', (name, full) => {
    expect(findName(graph, name).matches.map((one) => one.name)).toEqual([full]);
  });

  test('a bare name may be several objects', () => {
    expect(findName(graph, 'отгрузка').matches.map((one) => one.name)).toEqual([
      'Subsystem.Склад.Subsystem.Отгрузка',
      'Document.Отгрузка',
    ]);
  });

  test.each([
    ['Справочник.Контрагент', []],
    ['Справочник.Партнер', ['Справочник.Партнеры']],
    ['Catalog.Партнёры', ['Catalog.Партнеры']],
    ['Справочник.Отгрузка', ['Подсистема.Склад.Подсистема.Отгрузка', 'Документ.Отгрузка']],
    ['Справочник.Партнеры.ИН', ['Справочник.Партнеры.ИНН']],
    ['Документ.Отгрузка.Товары.Количество1', ['Документ.Отгрузка.Товары.Количество']],
    ['Партнеры.КредитныйЛемит', ['Справочник.Партнеры.КредитныйЛимит']],
    ['Перечисление.ВидыКонтактов.Телефонн', ['Перечисление.ВидыКонтактов.Телефон']],
    ['Справочник.Договоры.Код', []],
  ])('%s is unknown; meant may be %j', (name, suggestions) => {
    expect(findName(graph, name)).toEqual({ matches: [], suggestions });
  });

  test('any text is an answerable question', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.constantFrom('Справочник', '.', 'Партнеры', 'ИНН', ' ', 'Реквизит', 'Подсистема'))
            .map((all) => all.join('')),
        ),
        (name) => findName(graph, name).suggestions.length <= 50,
      ),
    );
  });

  test('names are checked in one go', () => {
    expect(checkNames(graph, ['Документ.Отгрузка.Склад', 'Документ.Отгрузка.Склат'])).toEqual([
      { name: 'Документ.Отгрузка.Склад', known: true, suggestions: [] },
      { name: 'Документ.Отгрузка.Склат', known: false, suggestions: ['Документ.Отгрузка.Склад'] },
    ]);
  });
});

test('suggestions are near, and the same name is the nearest', () => {
  expect(suggest('Контрагенты', ['Контрагент', 'Контрагенты', 'Склады', 'КонтрагентыБанки'])).toEqual([
    'Контрагенты',
    'Контрагент',
    'КонтрагентыБанки',
  ]);
  expect(suggest('Учёт', ['Учет'])).toEqual(['Учет']);
  expect(suggest('абвг', ['бавг', 'где'])).toEqual(['бавг']);
  expect(suggest('', ['а'])).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 })), fc.string({ minLength: 1 }), (others, name) =>
      suggest(name, [...others, name], 1000).includes(name),
    ),
  );
});

test('attributes are told with opened types, and an unknown name is not made up', () => {
  const goods = attributesOf(graph, 'Справочник.Товары');
  expect(goods.ok && goods.attributes.find((one) => one.names.ru === 'Поставщик')?.type.ru).toBe(
    'СправочникСсылка.Партнеры, Строка(100)',
  );
  const partners = attributesOf(graph, 'Партнеры');
  expect(partners.ok && partners.attributes.find((one) => one.extension !== undefined)?.names.ru).toBe(
    'Доп_Регион',
  );
  const kinds = attributesOf(graph, 'Enum.ВидыКонтактов');
  expect(kinds.ok && kinds.values).toEqual(['Телефон', 'Почта', 'Доп_Мессенджер']);
  expect(attributesOf(graph, 'Справочник.Товар')).toEqual({ ok: false, suggestions: ['Справочник.Товары'] });
});

test('a summary counts', () => {
  const summary = summaryOf(graph);
  expect(summary).toMatchObject({
    objects: 27,
    forms: 4,
    tabularSections: 3,
    conflicts: 4,
    languages: ['ru'],
  });
  expect(summary.kinds.reduce((total, one) => total + one.count, 0)).toBe(summary.objects);
  expect(summary.kinds.find((one) => one.kind === 'Catalog')).toEqual({
    kind: 'Catalog',
    name: { ru: 'Справочники', en: 'Catalog' },
    count: 4,
  });
});
