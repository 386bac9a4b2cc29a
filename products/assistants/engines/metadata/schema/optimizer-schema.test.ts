import { describe, expect, test } from 'vitest';
import { graphFrom } from '../fixtures/graphs.fixture.ts';
import { trade } from '../fixtures/trade.fixture.ts';
import { optimizerSchema } from './optimizer-schema.ts';

const schema = optimizerSchema(
  graphFrom({
    ...trade,
    properties: { dataLockControlMode: 'Managed' },
    objects: [
      ...trade.objects,
      {
        kind: 'InformationRegister',
        name: 'Связи',
        properties: { informationRegisterPeriodicity: 'Nonperiodical' },
        fields: [
          { part: 'Dimension', name: 'Объект', type: 'DocumentRef|String(10)' },
          { part: 'Dimension', name: 'Ключ', type: 'String(10)', properties: { indexing: 'Index' } },
        ],
      },
    ],
  }),
);

describe('what the optimizer asks', () => {
  test('types of fields, of main and virtual tables, in either language', () => {
    expect(schema.fieldTypes('Документ.Отгрузка', 'основание')).toEqual({
      references: ['Документ.Отгрузка', 'Справочник.Договоры'],
      primitives: [],
    });
    expect(schema.fieldTypes('Catalog.Товары', 'Поставщик')).toEqual({
      references: ['Справочник.Партнеры'],
      primitives: ['string'],
    });
    expect(schema.fieldTypes('РегистрНакопления.ОстаткиТоваров.Остатки', 'КоличествоОстаток')).toEqual({
      references: [],
      primitives: ['number'],
    });
    expect(schema.fieldTypes('РегистрСведений.Связи', 'Объект')).toEqual({
      references: ['Документ.Отгрузка'],
      primitives: ['string'],
    });
    expect(schema.fieldTypes('Документ.Отгрузка', 'Нет')).toBeNull();
    expect(schema.fieldTypes('Документ.Нет', 'Дата')).toBeNull();
  });

  test('dimensions, resources and locks', () => {
    expect(schema.dimensions('регистрнакопления.остаткитоваров')).toEqual(['Товар']);
    expect(schema.resources('AccumulationRegister.ОстаткиТоваров')).toEqual(['Количество']);
    expect(schema.dimensions('РегистрНакопления.Нет')).toEqual([]);
    expect(schema.lockControl).toBe('managed');
    expect(schema.rowCount('Документ.Отгрузка')).toBeNull();
  });

  test('indexes of the platform and those asked for', () => {
    expect(schema.indexes('Справочник.Товары')).toEqual([
      ['Ссылка'],
      ['Код', 'Ссылка'],
      ['Наименование', 'Ссылка'],
    ]);
    expect(schema.indexes('РегистрСведений.Цены')).toEqual([
      ['Период', 'Товар'],
      ['Товар', 'Период'],
    ]);
    expect(schema.indexes('РегистрСведений.Связи')).toEqual([['Объект', 'Ключ'], ['Ключ']]);
    expect(schema.indexes('РегистрНакопления.ОстаткиТоваров')).toEqual([
      ['Период', 'Регистратор', 'НомерСтроки'],
      ['Регистратор', 'НомерСтроки'],
    ]);
    expect(schema.indexes('Справочник.Товары.Изменения')).toEqual([]);
  });
});
