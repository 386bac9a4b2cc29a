import { describe, it } from 'vitest';
import {
  ifConditionComplexity,
  ifElseDuplicatedCodeBlock,
  ifElseDuplicatedCondition,
  ifElseIfEndsWithElse,
} from './conditions.ts';
import { emptyCodeBlock, missingCodeTryCatchEx } from './empty-blocks.ts';
import { expectMarked } from './marked.fixture.ts';
import { nestedStatements } from './nesting.ts';

describe('IfConditionComplexity', () => {
  it.each([
    ['three parts', 'Если А И Б И В Тогда КонецЕсли;'],
    ['four parts', 'Если ⟦А И Б И В ИЛИ Г⟧ Тогда КонецЕсли;'],
    ['parts within calls count', 'Если ⟦Проверка(А И Б, В ИЛИ Г) И Д⟧ Тогда КонецЕсли;'],
    ['every branch', 'Если А Тогда ИначеЕсли ⟦(А Or Б) And (В\n And Г)⟧ Тогда КонецЕсли;'],
    ['loops are no conditions', 'Пока А И Б И В И Г Цикл КонецЦикла;'],
  ])('%s', (_, marked) => expectMarked(ifConditionComplexity, marked));
  it('keeps to its limit', () =>
    expectMarked(ifConditionComplexity, 'Если ⟦А И Б⟧ Тогда КонецЕсли;', {
      parameters: { maxIfConditionComplexity: 1 },
    }));
});

describe('IfElseIfEndsWithElse', () => {
  it.each([
    ['no Else', 'Если А Тогда\nИначеЕсли Б Тогда\n⟦КонецЕсли⟧;'],
    ['odd case', 'Если А Тогда ИначеЕсли Б Тогда ⟦конецЕСЛИ⟧'],
    ['with Else', 'Если А Тогда ИначеЕсли Б Тогда Иначе КонецЕсли;'],
    ['one branch', 'If A Then EndIf;'],
  ])('%s', (_, marked) => expectMarked(ifElseIfEndsWithElse, marked));
});

describe('IfElseDuplicatedCondition', () => {
  it.each([
    [
      'case and spaces do not matter',
      'Если А = 1 Тогда ИначеЕсли ⟦Б=2⟧ Тогда ИначеЕсли б  =  2 Тогда КонецЕсли;',
    ],
    ['case of strings matters', 'Если А = "ф" Тогда ИначеЕсли А = "Ф" Тогда КонецЕсли;'],
    [
      'two groups',
      'Если ⟦А⟧ Тогда ИначеЕсли ⟦Б⟧ Тогда ИначеЕсли А Тогда ИначеЕсли Б Тогда ИначеЕсли А Тогда КонецЕсли;',
    ],
    ['inner and outer apart', 'Если А Тогда Если А Тогда КонецЕсли; КонецЕсли;'],
  ])('%s', (_, marked) => expectMarked(ifElseDuplicatedCondition, marked));
});

describe('IfElseDuplicatedCodeBlock', () => {
  it.each([
    [
      'first of a group',
      'Если А Тогда\n\t⟦Сумма = 1;\n\tИтог = 2;⟧\nИначеЕсли Б Тогда\n\tИтог = 3;\nИначе\n\tсумма=1; // то же\n\tИтог = 2;\nКонецЕсли;',
    ],
    ['empty blocks are left to another rule', 'Если А Тогда ИначеЕсли Б Тогда Иначе КонецЕсли;'],
    ['a missing semicolon is a difference', 'Если А Тогда Б = 1; Иначе Б = 1 КонецЕсли;'],
    [
      'preprocessor lines belong to the block',
      'Если А Тогда\n⟦#Область Р\nБ = 1;\n#КонецОбласти⟧\nИначе\n#Область Р\nБ = 1;\n#КонецОбласти\nКонецЕсли;',
    ],
    ['and make a difference', 'Если А Тогда\n#Область Р\nБ = 1;\n#КонецОбласти\nИначе\nБ = 1;\nКонецЕсли;'],
  ])('%s', (_, marked) => expectMarked(ifElseDuplicatedCodeBlock, marked));
});

describe('EmptyCodeBlock', () => {
  it.each([
    ['keywords of the line', '⟦Если А Тогда⟧\n⟦ИначеЕсли Б Тогда⟧\n⟦Иначе⟧\nКонецЕсли;'],
    ['only what stands on the line', 'Если А\n⟦Тогда⟧\nКонецЕсли;'],
    ['a loop on one line', '⟦Пока А Цикл КонецЦикла⟧;'],
    ['a loop on two lines', '⟦Для Сч = 1 По 2 Цикл⟧\nКонецЦикла;\nДля Каждого Стр\n⟦Из Б Цикл⟧\nКонецЦикла;'],
    ['an attempt', '⟦Попытка⟧\nИсключение\nКонецПопытки;'],
    ['a semicolon and a region fill', 'Если А Тогда ; Иначе\n#Область Р\n#КонецОбласти\nКонецЕсли;'],
    ['methods may be empty', 'Процедура П()\nКонецПроцедуры'],
  ])('%s', (_, marked) => expectMarked(emptyCodeBlock, marked));
  it('takes comments for code when told to', () =>
    expectMarked(emptyCodeBlock, 'Если А Тогда\n// позже\n⟦Иначе⟧\nКонецЕсли;', {
      parameters: { commentAsCode: true },
    }));
});

describe('MissingCodeTryCatchEx', () => {
  it.each([
    ['empty handler', 'Попытка А(); ⟦Исключение⟧ КонецПопытки;'],
    ['comment alone', 'Попытка А();\n⟦Исключение⟧ // позже\nКонецПопытки;'],
    ['handled', 'Попытка А(); Исключение Запись(); КонецПопытки;'],
    ['inner one too', 'Попытка Попытка А(); ⟦Except⟧ EndTry; Исключение Б(); КонецПопытки;'],
  ])('%s', (_, marked) => expectMarked(missingCodeTryCatchEx, marked));
  it('takes comments for code when told to', () =>
    expectMarked(missingCodeTryCatchEx, 'Попытка А();\nИсключение // позже\nКонецПопытки;', {
      parameters: { commentAsCode: true },
    }));
});

describe('NestedStatements', () => {
  const deep =
    'Если А Тогда Пока Б Цикл Для Каждого В Из Г Цикл Попытка ⟦Если⟧ Д Тогда Е(); КонецЕсли; ⟦Для⟧ Ж = 1 По 2 Цикл КонецЦикла; Исключение КонецПопытки; КонецЦикла; КонецЦикла; КонецЕсли;';
  it('tells of the innermost', () => expectMarked(nestedStatements, deep));
  it('keeps to its limit', () =>
    expectMarked(nestedStatements, deep.replaceAll(/[⟦⟧]/g, ''), { parameters: { maxAllowedLevel: 5 } }));
});
