import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../expect-findings.fixture.ts';
import { codeBlockBeforeSub } from './code-before-methods.ts';
import { cognitiveComplexity, cyclomaticComplexity } from './complexity-rules.ts';
import { expectMarked } from './marked.fixture.ts';
import { methodSize } from './nesting.ts';
import { numberOfOptionalParams, numberOfParams, orderOfParams } from './parameter-lists.ts';
import { functionOutParameter, unusedParameters, usingCancelParameter } from './parameter-use.ts';
import {
  functionReturnsSamePrimitive,
  functionShouldHaveReturn,
  procedureReturnsValue,
  tooManyReturns,
} from './returns.ts';
import { unusedLocalMethod } from './unused-local-method.ts';

describe('parameters of methods', () => {
  const eight = 'А, Знач Б, В,\n\tГ, Д, Е, Ж, З = "конец"';
  it('NumberOfParams', () => {
    expectMarked(numberOfParams, `Процедура П(⟦${eight}⟧) Экспорт\nКонецПроцедуры`);
    expectMarked(
      numberOfParams,
      'Функция Ф(А, Б, В, Г, Д, Е, Ж)\nКонецФункции\nПроцедура П()\nКонецПроцедуры',
    );
  });
  it('NumberOfOptionalParams', () => {
    expectMarked(
      numberOfOptionalParams,
      'Процедура П(⟦А, Б = 1, В = -1, Г = "", Д = Неопределено⟧)\nКонецПроцедуры',
    );
    expectMarked(numberOfOptionalParams, 'Процедура П(А, Б = 1, В = 2, Г = 3)\nКонецПроцедуры');
  });
  it('OrderOfParams', () => {
    expectMarked(
      orderOfParams,
      'Процедура П(⟦А = 1, Знач Б⟧)\nКонецПроцедуры\nПроцедура Р(А, Б = 1, В = 2)\nКонецПроцедуры',
    );
  });
  it('FunctionOutParameter tells of the first write', () => {
    expectMarked(
      functionOutParameter,
      'Функция Ф(А, Знач Б, В, Г)\n\tВ.Поле = 1; Если Г Тогда ⟦а⟧ = 1; КонецЕсли; А = 2; Б = 3; ⟦Г⟧ = 1;\nКонецФункции\nПроцедура П(А)\n\tА = 1;\nКонецПроцедуры',
    );
  });
  it('UnusedParameters', () => {
    expectMarked(
      unusedParameters,
      'Процедура П(А, ⟦Б⟧, В, Знач ⟦Г⟧ = 1)\n\tХ.В = А;\nКонецПроцедуры\nПроцедура Пустая(А)\nКонецПроцедуры\nПроцедура ПриСозданииОбъекта(А)\n\tБ = 1;\nКонецПроцедуры',
    );
  });
  it('UsingCancelParameter', () => {
    expectMarked(
      usingCancelParameter,
      'Процедура П(Отказ)\n\tОтказ = Истина; ОТКАЗ = А() Или отказ; ⟦Отказ = Ложь;⟧\n\tЕсли А Тогда ⟦Cancel = Б()⟧ КонецЕсли;\n\t⟦Отказ = Отказ И А;⟧ ⟦~М: Отказ = А Или Не Отказ;⟧ Отказ.Поле = Ложь;\nКонецПроцедуры\nПроцедура Р(А)\n\tОтказ = Ложь;\nКонецПроцедуры',
    );
  });
});

describe('returns', () => {
  it('FunctionShouldHaveReturn', () => {
    expectMarked(
      functionShouldHaveReturn,
      'Функция ⟦Первая⟧()\n\tА = 1\nКонецФункции\nФункция Вторая()\n\tЕсли А Тогда Возврат; КонецЕсли;\nКонецФункции\nПроцедура Третья()\nКонецПроцедуры\nФункция Ошибочная()\n\tА = ;\nКонецФункции',
    );
  });
  it('ProcedureReturnsValue', () => {
    expectMarked(
      procedureReturnsValue,
      'Асинх Процедура П()\n\tЕсли А Тогда ⟦Возврат А + 1⟧; КонецЕсли;\n\tВозврат;\nКонецПроцедуры\nФункция Ф()\n\tВозврат 1;\nКонецФункции',
    );
  });
  it('TooManyReturns', () => {
    const body = 'Если А Тогда Возврат; КонецЕсли;\n'.repeat(3);
    expectMarked(
      tooManyReturns,
      `Процедура П()\n${body}КонецПроцедуры\nПроцедура ⟦Р⟧()\n${body}Возврат;\nКонецПроцедуры`,
    );
  });
  it.each([
    ['one constant', 'Функция ⟦Ф⟧()\n\tЕсли А Тогда Возврат "да"; КонецЕсли;\n\tВозврат "ДА";\nКонецФункции'],
    [
      'a return without value is no other one',
      'Функция ⟦Ф⟧()\n\tЕсли А Тогда Возврат -1; ИначеЕсли Б Тогда Возврат; КонецЕсли;\n\tВозврат - 1;\nКонецФункции',
    ],
    ['variables may differ', 'Функция Ф()\n\tЕсли А Тогда Возврат Б; КонецЕсли;\n\tВозврат Б;\nКонецФункции'],
    ['one return', 'Функция Ф()\n\tВозврат 1;\nКонецФункции'],
    [
      'handlers that are attached by name',
      'Функция Подключаемый_Ф()\n\tЕсли А Тогда Возврат 1; КонецЕсли;\n\tВозврат 1;\nКонецФункции',
    ],
  ])('FunctionReturnsSamePrimitive: %s', (_, marked) => expectMarked(functionReturnsSamePrimitive, marked));
  it('FunctionReturnsSamePrimitive compares strings by case when told to', () =>
    expectMarked(
      functionReturnsSamePrimitive,
      'Функция Ф()\n\tЕсли А Тогда Возврат "да"; КонецЕсли;\n\tВозврат "ДА";\nКонецФункции',
      { parameters: { caseSensitiveForString: true } },
    ));
});

describe('size and complexity', () => {
  it('MethodSize counts from the first declaration to the last statement', () => {
    const source =
      'Функция ⟦Ф⟧()\n\tПерем А;\n\n\tА = 1;\n\tВозврат А;\n\n\nКонецФункции\nПроцедура Пустая()\n\n\n\n\n\nКонецПроцедуры';
    expectMarked(methodSize, source, { parameters: { maxMethodSize: 2 } });
    expectMarked(methodSize, source.replaceAll(/[⟦⟧]/g, ''), { parameters: { maxMethodSize: 3 } });
  });
  const source =
    'Процедура П()\n\tЕсли А И Б И В Тогда\n\t\tПока Г Цикл\n\t\t\tП();\n\t\tКонецЦикла;\n\tИначеЕсли Д Тогда\n\t\tПерейти ~М;\n\tИначе\n\t\tХ = ?(А, 1, 2);\n\tКонецЕсли;\n\t~М:\nКонецПроцедуры';
  const threshold = (rule: typeof cognitiveComplexity): number => {
    let limit = 0;
    while (findingsOf(rule, source, { parameters: { complexityThreshold: limit } }).length > 0) limit += 1;
    return limit;
  };
  it('CognitiveComplexity: nesting weighs', () => {
    // if 1, operators 1, while 2, recursion 1, else if 1, goto 1, else 1, ternary 2
    expect(threshold(cognitiveComplexity)).toBe(10);
  });
  it('CyclomaticComplexity: every decision counts one', () => {
    // the method, if, two operators, while, recursion, else if, goto, else, ternary
    expect(threshold(cyclomaticComplexity)).toBe(10);
  });
  it('tells of the body of the module at its beginning', () => {
    const body = 'Если А И (Б Или В) Тогда Г(); КонецЕсли;';
    const parameters = { complexityThreshold: 2 };
    expectMarked(cognitiveComplexity, `Перем А;\n⟦Если⟧ А И (Б Или В) Тогда Г(); КонецЕсли;`, { parameters });
    expectMarked(cognitiveComplexity, `⟦&⟧НаКлиенте\nПроцедура П()\nКонецПроцедуры\n${body}`, { parameters });
    expectMarked(cognitiveComplexity, body, { parameters: { ...parameters, checkModuleBody: false } });
  });
});

describe('methods of a module', () => {
  it('CodeBlockBeforeSub', () => {
    expectMarked(
      codeBlockBeforeSub,
      'Перем А;\n#Область Р\n⟦А = 1;\nБ();\n#КонецОбласти⟧\n&НаКлиенте\nПроцедура П()\nКонецПроцедуры\nА = 2;',
    );
    expectMarked(codeBlockBeforeSub, '#Область Р\nПроцедура П()\nКонецПроцедуры\n#КонецОбласти\nА = 2;');
    expectMarked(codeBlockBeforeSub, 'А = 2;');
  });
  const module =
    'Процедура ⟦Забытая⟧()\nКонецПроцедуры\nПроцедура Открытая() Экспорт\nКонецПроцедуры\nФункция Нужная()\n\tВозврат 1;\nКонецФункции\nПроцедура Подключаемый_А()\nКонецПроцедуры\n&После("Запись")\nПроцедура Расш_Запись()\nКонецПроцедуры\nХ.Забытая(); А = нужная();';
  it('UnusedLocalMethod', () => {
    expectMarked(unusedLocalMethod, module);
    expectMarked(unusedLocalMethod, module.replaceAll(/[⟦⟧]/g, ''), { moduleType: 'ObjectModule' });
    expectMarked(unusedLocalMethod, module, {
      moduleType: 'ObjectModule',
      parameters: { checkObjectModule: true },
    });
  });
});
