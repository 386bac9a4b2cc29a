import { describe, it } from 'vitest';
import { deletingCollectionItem, selfInsertion, useLessForEach } from './collections.ts';
import { duplicatedInsertionIntoCollection } from './duplicated-insertion.ts';
import { expectMarked } from './marked.fixture.ts';
import { selfAssign } from './self-assign.ts';
import { thisObjectAssign, tryNumber, usingExternalCodeTools } from './small-checks.ts';

describe('loops over collections', () => {
  it.each([
    [
      'the collection itself',
      'Для Каждого Стр Из Т.Строки Цикл Если Стр.А Тогда ⟦т . Строки.Удалить(Стр)⟧; КонецЕсли; КонецЦикла;',
    ],
    [
      'another collection',
      'Для Каждого Стр Из Т Цикл Т.Строки.Удалить(Стр); Другая.Удалить(Стр); Удалить(Стр); КонецЦикла;',
    ],
    ['a call within a value', 'Для Каждого Стр Из Т Цикл Х = Т.Удалить(Стр); КонецЦикла;'],
    [
      'arguments of the collection',
      'For Each R In T.Find("А", 1) Do ⟦T.Find("А",1).Delete(R)⟧; T.Find("А", 2).Delete(R); EndDo;',
    ],
  ])('DeletingCollectionItem: %s', (_, marked) => expectMarked(deletingCollectionItem, marked));
  it.each([
    ['not used', 'Для Каждого ⟦Стр⟧ Из Т Цикл А(); Стр(); Х.Стр = 1; КонецЦикла;'],
    [
      'used in any way',
      'Для Каждого Стр Из Т Цикл Стр.А(); КонецЦикла; Для Каждого Стр Из Т Цикл СТР = 1; КонецЦикла; Для Каждого Стр Из Т Цикл Х = -Стр; КонецЦикла;',
    ],
    ['a variable of the module', 'Перем Стр; Для Каждого Стр Из Т Цикл А(); КонецЦикла;'],
  ])('UseLessForEach: %s', (_, marked) => expectMarked(useLessForEach, marked));
});

describe('insertions', () => {
  it('SelfInsertion', () =>
    expectMarked(
      selfInsertion,
      '⟦А.Вставить("Я", А)⟧; ⟦А.Б.Add(А)⟧; А.Вставить(а); А.Удалить(А); А().Добавить(А); ⟦⟦А.Добавить(А, А)⟧⟧; А.Добавить(А.Б);',
    ));
  it.each([
    ['the same key', 'С.Вставить("К", 1); ⟦С.Вставить("К", 2)⟧; С.Вставить("К", 3);'],
    ['case and spaces', 'Об.С[0].Вставить(А + 1); ⟦об.с[0].вставить(А+1)⟧;'],
    [
      'blank and usual values',
      'С.Добавить(""); С.Добавить(""); С.Добавить(0); С.Добавить(0); С.Добавить(Символы.ПС); С.Добавить(Символы.ПС);',
    ],
    ['another block', 'С.Вставить("К"); Если А Тогда С.Вставить("К"); КонецЕсли;'],
    ['the collection is new', 'С.Добавить(К); С = Новый Массив; С.Добавить(К);'],
    ['a part of the collection is new', 'Об.С.Добавить(К); Об = Новый Структура; Об.С.Добавить(К);'],
    ['the key has changed', 'С.Добавить(К.А); К = 2; С.Добавить(К.А); К.Б = 1; ⟦С.Добавить(К.А)⟧;'],
    [
      'handed over to a call',
      'С.Добавить(К); Ф(Г, С); С.Добавить(К); Ф(К.А); С.Добавить(К); Ф(С.А); ⟦С.Добавить(К)⟧;',
    ],
    ['a return between', 'С.Добавить(К); Если А Тогда Возврат; КонецЕсли; С.Добавить(К);'],
    [
      'leaving the loop around',
      'Пока А Цикл С.Добавить(К); Если А Тогда Прервать; КонецЕсли; С.Добавить(К); КонецЦикла;',
    ],
    ['leaving an inner loop', 'С.Добавить(К); Пока А Цикл Прервать; КонецЦикла; ⟦С.Добавить(К)⟧;'],
    ['preprocessor lines do not part', 'С.Добавить(К);\n#Если Клиент Тогда\n⟦С.Добавить(К)⟧;\n#КонецЕсли'],
  ])('DuplicatedInsertionIntoCollection: %s', (_, marked) =>
    expectMarked(duplicatedInsertionIntoCollection, marked),
  );
  it('DuplicatedInsertionIntoCollection leaves adding alone when told to', () =>
    expectMarked(
      duplicatedInsertionIntoCollection,
      'С.Добавить(К); С.Добавить(К); Т.Вставить(К); ⟦Т.Вставить(К)⟧;',
      { parameters: { isAllowedMethodADD: false } },
    ));
});

describe('assignments and calls', () => {
  it('SelfAssign', () =>
    expectMarked(
      selfAssign,
      '⟦А = А⟧;\nБ = А;\n\t⟦В.Г = в . г⟧ ;\nВ[1] = В[2]; ⟦Ф(1).А = ф( 1 ).а⟧; А = (А);',
    ));
  it('ThisObjectAssign', () =>
    expectMarked(thisObjectAssign, '⟦ЭтотОбъект⟧ = 1; ⟦thisobject⟧ = 2; ЭтотОбъект.А = 3; А = ЭтотОбъект;'));
  it('TryNumber', () =>
    expectMarked(
      tryNumber,
      'Попытка А = ⟦Число("1")⟧; Попытка Б = ⟦number(2)⟧; Исключение В = ⟦Число(3)⟧; КонецПопытки; Исключение Г = Число(4); КонецПопытки; Д = Число(5);',
    ));
  it('UsingExternalCodeTools', () =>
    expectMarked(
      usingExternalCodeTools,
      '⟦ВнешниеОбработки.Создать("А")⟧; Х = ⟦ExternalReports.А.Connect(1).Б⟧ + 1; РасширенияКонфигурации.Получить(); А.ВнешниеОбработки.Создать(); Х = ⟦РасширенияКонфигурации.Создать()⟧;',
    ));
});
