import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../fixes.ts';
import { diagnose } from '../../run.ts';
import { compareWithBoolean, doubleNegatives } from './comparisons.ts';
import { identicalExpressions } from './identical-expressions.ts';
import { expectMarked } from './marked.fixture.ts';
import { nestedFunctionInParameters } from './nested-function.ts';
import { unaryPlusInConcatenation } from './small-checks.ts';
import {
  nestedConstructorsInStructureDeclaration,
  numberOfValuesInStructureConstructor,
} from './structures.ts';
import { nestedTernaryOperator, ternaryOperatorUsage, uselessTernaryOperator } from './ternaries.ts';

describe('IdenticalExpressions', () => {
  it.each([
    ['comparison', 'Х = ⟦А <> а⟧;'],
    ['sum and product may repeat', 'Х = А + А; Х = А * А; Х = "а" + "а";'],
    ['sides may change places', 'Если ⟦(А = 1) И (1 = А)⟧ Тогда КонецЕсли;'],
    ['further along the same operator', 'Х = ⟦А ИЛИ Б ИЛИ В ИЛИ А⟧;'],
    ['not across another operator', 'Х = А И Б ИЛИ А И В;'],
    ['members may change between reads', 'Х = А.Б = А.Б; Х = А[1] = А[1];'],
    ['calls by name', 'Х = ⟦Ф(1, , "я") = ф(1,,"я")⟧; Х = Ф("я") = Ф("Я");'],
    ['constructors', 'Х = ⟦Новый Массив(1) = Новый Массив(1)⟧; Х = Новый Массив = Новый Массив();'],
    ['usual divisors', 'Х = 60 / 60; Х = ⟦61 / 61⟧; Х = ⟦60 - 60⟧;'],
    ['twice in one expression', 'Х = ⟦⟦А - А = Б - Б⟧⟧;'],
    ['from the right as the reference groups', 'Х = ⟦А - Б - Б⟧; Х = Б - Б - А;'],
    ['arguments of statements, not of values', 'Ф(⟦А = А⟧); Х = Ф(А = А);'],
    ['operands of a ternary in an operation', 'Х = ⟦1 + ?(А = А, Б, В)⟧;'],
  ])('%s', (_, marked) => expectMarked(identicalExpressions, marked));
  it('has its divisors as a parameter', () =>
    expectMarked(identicalExpressions, 'Х = ⟦60 / 60⟧; Х = 7 / 7;', {
      parameters: { popularDivisors: '7' },
    }));
});

describe('DoubleNegatives', () => {
  it.each([
    ['not unequal', 'Х = ⟦Не А <> Б⟧; Х = ⟦Не -1 <> Б⟧;'],
    ['in parentheses, which are left out', 'Х = ⟦Не (А <> Б⟧);'],
    ['not equal is usual', 'Х = Не А = Б; Х = Не (А = Б);'],
    ['not of a whole condition', 'Х = Не (А <> Б И В); Х = ⟦Не (А <> Б⟧) И В;'],
    ['not not', 'Х = ⟦Не (Не А⟧); Х = Не (Не А И Б);'],
    ['to the last name of a chain', 'Если ⟦Не Т.Найти(1) <> Об.Поле⟧ Тогда КонецЕсли;'],
    ['to the sign of a sum', 'Х = ⟦Не А <> Б +⟧ 1; Х = ⟦Не А <> -⟧Б;'],
    ['in arguments', 'Т.Ф(А, ⟦Не А <> Ф(1)⟧);'],
  ])('%s', (_, marked) => expectMarked(doubleNegatives, marked));
});

describe('CompareWithBoolean', () => {
  it.each([
    ['either side', 'Если ⟦А = Истина⟧ Тогда ИначеЕсли ⟦Ложь <> А⟧ Тогда КонецЕсли;'],
    ['from the last access', 'Х = Об⟦.Поле = True⟧; Х = Об.М⟦[1] <> False⟧; Х = ⟦Ф(1) = Истина⟧;'],
    ['not other constants', 'Х = А = 1; Х = А > Истина; А = Истина;'],
    ['inside arguments and conditions', 'Х = Ф(⟦А = Истина⟧) И (⟦Б = Ложь⟧);'],
  ])('%s', (_, marked) => expectMarked(compareWithBoolean, marked));
});

describe('small expressions', () => {
  it('UnaryPlusInConcatenation', () =>
    expectMarked(
      unaryPlusInConcatenation,
      'Х = "а" + ⟦+⟧ "б"; Х = А +⟦+⟧Б; Х = А + +5; Х = А + +-5; Х = А - + Б; Х = +Б;',
    ));
  it('TernaryOperatorUsage', () => expectMarked(ternaryOperatorUsage, 'Х = ⟦?(А, 1, ⟦?(Б, 2, 3)⟧)⟧;'));
  it('NestedTernaryOperator tells once for each operator around', () => {
    expectMarked(nestedTernaryOperator, 'Х = ?(А, ⟦?(Б, ⟦⟦?(В, 1, 2)⟧⟧, 3)⟧, 4);');
    expectMarked(
      nestedTernaryOperator,
      'Если Ф(⟦?(А, Б, В)⟧) Тогда КонецЕсли; Пока ?(А, Б, В) Цикл КонецЦикла;',
    );
  });
  it('NumberOfValuesInStructureConstructor', () =>
    expectMarked(
      numberOfValuesInStructureConstructor,
      'Х = Новый Структура("А,Б,В", 1, 2, 3); Х = ⟦Новый Structure("А", 1,,,)⟧; Х = Новый Массив(1,2,3,4,5); Х = Новый("Структура", 1, 2, 3, 4);',
    ));
  it('NestedConstructorsInStructureDeclaration', () =>
    expectMarked(
      nestedConstructorsInStructureDeclaration,
      'Х = ⟦Новый Структура("А, Б", Новый Массив, Новый Массив(2))⟧; Х = Новый Структура("А", Новый Массив()); Х = ⟦Новый ФиксированнаяСтруктура("А", Новый Структура("Б", 1))⟧; Х = Новый Структура("А", Ф(Новый Массив(1)));',
    ));
});

describe('UselessTernaryOperator', () => {
  const source =
    'Х = ⟦?(А = 1, Истина, Ложь)⟧; Х = ⟦?(А = 1, Ложь, Истина)⟧; Х = ⟦?(А, True, 1)⟧; Х = ⟦?(Истина, 1, 2)⟧; Х = ?(А, 1, 2); Х = ?(А, (Истина), 1);';
  it('tells of constants', () => expectMarked(uselessTernaryOperator, source));
  it('offers the condition', () => {
    const plain = source.replaceAll(/[⟦⟧]/g, '');
    const { findings } = diagnose(plain, {
      rules: [{ rule: uselessTernaryOperator, parameters: {} }],
      path: '',
      moduleType: 'UNKNOWN',
    });
    expect(applyFixes(plain, findings)).toEqual({
      count: 2,
      source:
        'Х = А = 1; Х = Не (А = 1); Х = ?(А, True, 1); Х = ?(Истина, 1, 2); Х = ?(А, 1, 2); Х = ?(А, (Истина), 1);',
    });
  });
});

describe('NestedFunctionInParameters', () => {
  it.each([
    ['all on one line', 'Х = Ф(Г(Д(1)));'],
    ['each parameter on a line of its own', 'Х = Ф(1,\n\tГ(2));'],
    ['a parameter over lines', 'Х = ⟦Ф⟧(1, Г(2,\n\t3)); Об.⟦М⟧(Б.В(\n1));'],
    ['allowed calls', 'Ф(НСтр("а",\n"б"));'],
    ['a constructor by its type', 'Х = Новый ⟦Структура⟧("А", Г(1,\n2)); Х = ⟦Новый⟧("Тип", Г(1,\n2));'],
    ['a constructor without parentheses is no call', 'Х = Ф(Новый Массив, "а\n|б");'],
  ])('%s', (_, marked) => expectMarked(nestedFunctionInParameters, marked));
  it('forbids single lines too when told to', () =>
    expectMarked(nestedFunctionInParameters, 'Х = ⟦Ф⟧(1,\n\tГ(2)); Х = Ф(\n\tМоя(2));', {
      parameters: { allowOneliner: false, allowedMethodNames: 'Моя, Друг.*' },
    }));
});
