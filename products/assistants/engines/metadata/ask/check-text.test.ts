import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphFrom } from '../fixtures/graphs.fixture.ts';
import { trade } from '../fixtures/trade.fixture.ts';
import { checkText } from './check-text.ts';
import { codeUseOf } from './code-use-of.ts';
import type { TextKind } from './scan-names.ts';

const graph = graphFrom(trade);
const unknown = (text: string, kind: TextKind) => checkText(graph, text, kind).unknown.map((one) => one.text);

describe('names the configuration does not have', () => {
  test.each<readonly [TextKind, string, readonly string[]]>([
    ['text', 'Возьмите Справочник.Партнеры.ИНН и Справочник.Партнеры.КПП.', ['Справочник.Партнеры.КПП']],
    ['text', 'Документ.Номер и Документ.Дата есть у любого документа', []],
    ['text', 'Документы.Заявка, затем Catalog.Партнеры', ['Документы.Заявка']],
    ['text', 'Тип СправочникСсылка.Склады', ['СправочникСсылка.Склады']],
    ['text', 'Перечисление.ВидыКонтактов.Факс', ['Перечисление.ВидыКонтактов.Факс']],
    ['text', 'Конец предложения. Справочник. Партнеры', []],
    ['text', 'Константа.ОсновнойПартнер и Роль.Кладовщик', []],
    ['text', 'Общий модуль: ОбщийМодуль.ОтгрузкаСервер.ЗакрытьДень', []],
    ['bsl', 'Справочники.Партнеры.НайтиПоКоду("1").ИНН', []],
    ['bsl', 'А = Справочники.Партнеры.Розница; Б = Справочники.Склады.Основной;', ['Справочники.Склады']],
    ['bsl', 'А = Перечисления.ВидыКонтактов.Факс;', ['Перечисления.ВидыКонтактов.Факс']],
    ['bsl', 'А = Справочники.Партнеры.МояПредопределенность;', []],
    ['bsl', 'Справочники.ТипВсеСсылки()', []],
    ['bsl', 'Документ.Записать(); А = Документ.Номер; Б = Задача.Выполнена;', []],
    ['bsl', 'Документы = Новый Массив; Документы.Лишнее.Нет = 1;', []],
    ['bsl', 'Для Каждого Документы Из Список Цикл А = Документы.Поле; КонецЦикла;', []],
    ['bsl', '// Справочники.Нет\nА = 1;', []],
    ['bsl', 'Тип("СправочникСсылка.Нет")', ['СправочникСсылка.Нет']],
    [
      'bsl',
      'Т = "ВЫБРАТЬ П.ИНН\n\t|ИЗ Справочник.Партнеры КАК П\n\t|\tЛЕВОЕ СОЕДИНЕНИЕ Документ.Заявка КАК З";',
      ['Документ.Заявка'],
    ],
    ['bsl', 'Метаданные.Справочники.Партнеры.Реквизиты.КПП.Синоним', ['Справочники.Партнеры.Реквизиты.КПП']],
    ['bsl', 'Метаданные.Справочники.Партнеры.ПолноеИмя()', []],
    ['bsl', 'Metadata.Catalogs.Партнеры.TabularSections.Контакты.Attributes.Вид', []],
    ['bsl', 'Объект.Документы.Нет', []],
    ['query', 'ВЫБРАТЬ Документ.Номер ИЗ Документ.Отгрузка КАК Документ', []],
    ['query', 'ВЫБРАТЬ 1 ИЗ РегистрНакопления.ОстаткиТоваров.Остатки(&Дата)', []],
    ['query', 'ВЫБРАТЬ 1 ИЗ РегистрСведений.Цены.Остатки', ['РегистрСведений.Цены.Остатки']],
    ['query', 'ВЫБРАТЬ 1 ИЗ Документ.Отгрузка.Услуги КАК У', ['Документ.Отгрузка.Услуги']],
    ['query', 'ЗНАЧЕНИЕ(Справочник.Партнеры.ПустаяСсылка)', []],
    ['query', 'ЗНАЧЕНИЕ(Справочник.Партнеры.Опт)', ['Справочник.Партнеры.Опт']],
  ])('%s: %s', (kind, text, names) => {
    expect(unknown(text, kind)).toEqual(names);
  });

  test('in an answer, fenced code is read as code', () => {
    const answer = 'Смотрите:\n```bsl\nДокумент.Номер = 1;\nА = Справочники.Нет;\n```\nи Справочник.Иное\n';
    const { unknown: names } = checkText(graph, answer);
    expect(names.map((one) => [one.text, one.line, one.column])).toEqual([
      ['Справочники.Нет', 3, 16],
      ['Справочник.Иное', 5, 13],
    ]);
    for (const one of names) expect(one.text.endsWith(answer.slice(one.start, one.end))).toBe(true);
  });

  test('each comes with what may have been meant', () => {
    const [one] = checkText(graph, 'Справочник.Партнер.ИНН').unknown;
    expect(one?.suggestions).toEqual(['Справочник.Партнеры']);
    expect(one?.message.ru).toBe(
      'В конфигурации нет объекта «Справочник.Партнер». Возможно, имелось в виду: Справочник.Партнеры',
    );
  });

  test('known names are told once each', () => {
    expect(checkText(graph, 'Catalog.Партнеры, справочник.партнеры, Документ.Отгрузка.Партнер')).toEqual({
      mentions: 3,
      known: ['Catalog.Партнеры', 'Document.Отгрузка.Attribute.Партнер'],
      unknown: [],
    });
  });

  test('any text has an answer, and offsets point at the unknown word', () => {
    const word = fc.constantFrom(
      'Справочник',
      'Справочники',
      '.',
      '"',
      '\n',
      '|',
      'Партнеры',
      'Нет',
      '(',
      ' ',
      '//',
      '```bsl\n',
      '```\n',
      'Метаданные',
      '=',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ maxLength: 3 }))),
        fc.constantFrom<TextKind>('bsl', 'query', 'text'),
        (words, kind) => {
          const text = words.join('');
          return checkText(graph, text, kind).unknown.every(
            (one) =>
              one.text.endsWith(text.slice(one.start, one.end)) &&
              text.split('\n')[one.line]?.slice(one.column, one.column + one.end - one.start) ===
                text.slice(one.start, one.end),
          );
        },
      ),
    );
  });

  test('ten megabytes of one line are read', () => {
    const text = 'А = Справочники.Нет; '.repeat(500_000);
    expect(checkText(graph, text, 'bsl').unknown.length).toBe(500_000);
    expect(checkText(graph, 'а'.repeat(10_000_000)).mentions).toBe(0);
  });
});

test('uses of a module are seen in its text', () => {
  const text =
    'А = Справочники.Партнеры.НайтиПоКоду(1);\n// Справочники.Нет\nОтгрузкаСервер.ЗакрытьДень();\nТ = "ИЗ Документ.Отгрузка КАК Д";';
  expect(codeUseOf('M.bsl', text)).toEqual({
    from: 'M.bsl',
    names: [
      ['Справочники', 'Партнеры'],
      ['Документ', 'Отгрузка'],
      ['ОтгрузкаСервер', 'ЗакрытьДень'],
    ],
  });
});
