import { describe, expect, test } from 'vitest';
import { graphFrom } from '../fixtures/graphs.fixture.ts';
import { trade } from '../fixtures/trade.fixture.ts';
import { typeText } from '../model/value-type.ts';
import { querySchema } from './query-schema.ts';

const schema = querySchema(graphFrom(trade));
function tableOf(name: string) {
  const table = schema.table(name);
  if (table === undefined) throw new Error(`no ${name}`);
  return table;
}
const fields = (name: string) => tableOf(name).fields.map((field) => field.names.ru);

describe('tables for queries', () => {
  test('a table has both names, whatever the case', () => {
    expect(schema.table('справочник.партнеры')).toBe(schema.table('Catalog.Партнеры'));
    expect(schema.table('РегистрНакопления.ОстаткиТоваров.Остатки')).toBe(
      schema.table('AccumulationRegister.ОстаткиТоваров.Balance'),
    );
    expect(schema.table('Справочник.Нет')).toBeUndefined();
  });

  test('main tables have standard fields, attributes, sections and what only queries see', () => {
    expect(fields('Документ.Отгрузка')).toEqual([
      'Ссылка',
      'ПометкаУдаления',
      'Дата',
      'Номер',
      'Проведен',
      'Партнер',
      'Склад',
      'Основание',
      'Организация',
      'Товары',
      'Представление',
      'ВерсияДанных',
      'МоментВремени',
    ]);
    expect(fields('Документ.Отгрузка.Товары')).toEqual(['Ссылка', 'НомерСтроки', 'Товар', 'Количество']);
    expect(fields('Константы')).toEqual(['ОсновнойПартнер']);
    expect(fields('Константа.ОсновнойПартнер')).toContain('Значение');
    expect(fields('ПланСчетов.Управленческий.ВидыСубконто')).toContain('ТолькоОбороты');
  });

  test('virtual tables have parameters in their order and fields made of resources', () => {
    const turnovers = tableOf('РегистрНакопления.ОстаткиТоваров.ОстаткиИОбороты');
    expect(turnovers.parameters.map((one) => one.names.ru)).toEqual([
      'НачалоПериода',
      'КонецПериода',
      'Периодичность',
      'МетодДополнения',
      'Условие',
    ]);
    expect(turnovers.fields.map((one) => one.names.ru)).toEqual(
      expect.arrayContaining(['Товар', 'КоличествоНачальныйОстаток', 'КоличествоПриход', 'ПериодМесяц']),
    );
    expect(fields('РегистрНакопления.ОстаткиТоваров.Остатки')).toEqual(['Товар', 'КоличествоОстаток']);
    expect(fields('РегистрСведений.Цены.СрезПоследних')).toEqual(['Период', 'Товар', 'Цена']);
    expect(fields('РегистрБухгалтерии.Проводки.Остатки')).toEqual(
      expect.arrayContaining([
        'Счет',
        'Субконто1',
        'Организация',
        'СуммаОстаток',
        'СуммаРазвернутыйОстатокДт',
      ]),
    );
    expect(schema.table('РегистрБухгалтерии.Проводки.ОборотыДтКт')).toBeDefined();
    expect(tableOf('Справочник.Товары.Изменения').kind).toBe('changes');
    expect(schema.table('Справочник.Договоры.Изменения')).toBeUndefined();
  });

  test('a register without a period has no slices; turnovers have no balance', () => {
    const other = querySchema(
      graphFrom({
        name: 'Проба',
        objects: [
          {
            kind: 'InformationRegister',
            name: 'Связи',
            properties: { informationRegisterPeriodicity: 'Nonperiodical' },
            fields: [],
          },
          {
            kind: 'AccumulationRegister',
            name: 'Продажи',
            properties: { registerType: 'Turnovers' },
            fields: [{ part: 'Resource', name: 'Сумма', type: 'Number(15,2)' }],
          },
        ],
      }),
    );
    expect(other.table('РегистрСведений.Связи.СрезПоследних')).toBeUndefined();
    expect(other.table('РегистрНакопления.Продажи.Остатки')).toBeUndefined();
    expect(other.table('РегистрНакопления.Продажи.Обороты')?.fields.map((one) => one.names.ru)).toContain(
      'СуммаОборот',
    );
  });

  test('a field leads to the tables of its type, defined types opened', () => {
    const supplier = schema.field(tableOf('Справочник.Товары'), 'поставщик');
    expect(supplier && typeText(supplier.type).ru).toBe('СправочникСсылка.Партнеры, Строка(100)');
    expect(supplier && schema.referred(supplier.type).map((table) => table.names.ru)).toEqual([
      'Справочник.Партнеры',
    ]);
    const recorder = schema.field(tableOf('AccumulationRegister.ОстаткиТоваров'), 'Регистратор');
    expect(recorder && schema.referred(recorder.type).map((table) => table.names.ru)).toEqual([
      'Документ.Отгрузка',
    ]);
  });
});
