import { describe, it } from 'vitest';
import { allFunctionPathMustHaveReturn } from './all-paths-return.ts';
import { codeAfterAsyncCall } from './code-after-async-call.ts';
import { expectMarked } from './marked.fixture.ts';
import { unreachableCode } from './unreachable-code.ts';

const inFunction = (name: string, body: string): string => `Функция ${name}()\n${body}\nКонецФункции`;

describe('AllFunctionPathMustHaveReturn', () => {
  it.each([
    [
      'a chain without Else',
      inFunction('⟦Ф⟧', 'Если А Тогда Возврат 1; ИначеЕсли Б Тогда Возврат 2; КонецЕсли;'),
    ],
    ['a single If is let pass', inFunction('Ф', 'Если А Тогда Возврат 1; КонецЕсли;')],
    ['a branch without return', inFunction('⟦Ф⟧', 'Если А Тогда Возврат 1; Иначе Б = 2; КонецЕсли;')],
    [
      'raising is leaving',
      inFunction('Ф', 'Если А Тогда Возврат 1; Иначе ВызватьИсключение "Сбой"; КонецЕсли;'),
    ],
    ['a loop runs at least once', inFunction('Ф', 'Для Каждого Стр Из Т Цикл Возврат Стр; КонецЦикла;')],
    ['the code after a loop', inFunction('⟦Ф⟧', 'Пока А Цикл Возврат 1; КонецЦикла;\nБ = 1;')],
    ['a handler without return', inFunction('⟦Ф⟧', 'Попытка Возврат 1; Исключение Запись(); КонецПопытки;')],
    ['a return in the handler', inFunction('Ф', 'Попытка Возврат 1; Исключение Возврат 2; КонецПопытки;')],
    ['half of a condition', inFunction('⟦Ф⟧', '#Если Сервер Тогда\nВозврат 1;\n#КонецЕсли')],
    ['both halves', inFunction('Ф', '#Если Сервер Тогда\nВозврат 1;\n#Иначе\nВозврат 2;\n#КонецЕсли')],
    ['no return at all is told by another rule', inFunction('Ф', 'А = 1;')],
    [
      'a condition that crosses blocks',
      inFunction(
        'Ф',
        'Если А Тогда Возврат 1;\n#Если Сервер Тогда\nИначеЕсли Б Тогда Возврат 2;\n#КонецЕсли\nКонецЕсли;',
      ),
    ],
  ])('%s', (_, marked) => expectMarked(allFunctionPathMustHaveReturn, marked));
  it('may doubt loops, but not endless ones', () => {
    const parameters = { loopsExecutedAtLeastOnce: false };
    expectMarked(
      allFunctionPathMustHaveReturn,
      inFunction('⟦Ф⟧', 'Для Каждого Стр Из Т Цикл Возврат Стр; КонецЦикла;'),
      { parameters },
    );
    expectMarked(allFunctionPathMustHaveReturn, inFunction('Ф', 'Пока Истина Цикл Возврат 1; КонецЦикла;'), {
      parameters,
    });
  });
  it('may let chains without Else pass', () =>
    expectMarked(
      allFunctionPathMustHaveReturn,
      inFunction('Ф', 'Если А Тогда Возврат 1; ИначеЕсли Б Тогда Возврат 2; КонецЕсли;'),
      { parameters: { ignoreMissingElseOnExit: true } },
    ));
});

describe('UnreachableCode', () => {
  it.each([
    ['after a return', inFunction('Ф', 'Возврат 1;\n⟦А = 1;\nБ = 2;⟧')],
    [
      'after each kind of jump',
      'Пока А Цикл Если Б Тогда Прервать; ⟦А = 1;⟧ Иначе Продолжить; ⟦Б = 1;⟧ КонецЕсли; ВызватьИсключение; ⟦В = 1⟧ КонецЦикла;',
    ],
    [
      'once for what lies inside',
      inFunction('Ф', 'Возврат 1;\n⟦Если А Тогда\nВозврат 2;\nА = 1;\nКонецЕсли;⟧'),
    ],
    [
      'what both branches left',
      inFunction('Ф', 'Если А Тогда Возврат 1; Иначе Возврат 2; КонецЕсли;\n⟦Б = 1⟧;\nВ = 2;'),
    ],
    [
      'a decision that nothing leads to',
      inFunction(
        'Ф',
        'Если А Тогда Возврат 1; Иначе Возврат 2; КонецЕсли;\n⟦Если Б Тогда\n\tВ = 1;⟧\nИначе\n\tВ = 2;\nКонецЕсли;',
      ),
    ],
    [
      'an attempt may go on',
      inFunction('Ф', 'Попытка Возврат 1; Исключение Возврат 2; КонецПопытки;\nА = 1;'),
    ],
    ['a label is led to', 'Процедура П()\nПерейти ~Дальше;\n⟦А = 1;\n~Дальше:\nБ = 1;⟧\nКонецПроцедуры'],
    [
      'up to the end of a branch of a condition',
      inFunction('Ф', '#Если Сервер Тогда\nВозврат 1;\n⟦А = 1;⟧\n#Иначе\nБ = 1;\n#КонецЕсли'),
    ],
    ['the condition that follows', inFunction('Ф', 'Возврат 1;\n⟦#Если Сервер Тогда\nА = 1;⟧\n#КонецЕсли')],
    ['regions and semicolons are no code', inFunction('Ф', 'Возврат 1;;\n#Область Р\n#КонецОбласти')],
    ['the body of the module', 'Возврат;\n⟦А = 1;⟧'],
    [
      'a condition around the body',
      '#Если Сервер Тогда\nА = 1;\n#Иначе\nВызватьИсключение "Нет";\n#КонецЕсли\nБ = 1;',
    ],
  ])('%s', (_, marked) => expectMarked(unreachableCode, marked));
});

describe('CodeAfterAsyncCall', () => {
  const inProcedure = (body: string): string => `Процедура П()\n${body}\nКонецПроцедуры`;
  it.each([
    ['a later line', inProcedure('⟦ПоказатьВопрос(О)⟧;\nА = 1;')],
    ['the same line', inProcedure('ПоказатьВопрос(О); А = 1;')],
    ['a return', inProcedure('ПоказатьВопрос(О);\nВозврат;')],
    ['the list around', inProcedure('Если А Тогда\n⟦ShowQueryBox(О)⟧;\nИначе\nБ = 1;\nКонецЕсли;\nВ = 1;')],
    ['leaving the loop', inProcedure('Пока А Цикл\nПоказатьЗначение(, О);\nПрервать;\nКонецЦикла;')],
    [
      'leaving the loop to more code',
      inProcedure('Пока А Цикл\n⟦ПоказатьЗначение(, О)⟧;\nПрервать;\nКонецЦикла;\nА = 1;'),
    ],
    ['a value', inProcedure('А = ⟦ПоказатьВопрос(\nО)⟧;\nБ = 1;')],
    ['a method of an object', inProcedure('Форма.ПоказатьВопрос(О);\nБ = 1;')],
    [
      'code before methods',
      'ПоказатьВопрос(О);\nБ = 1;\nПроцедура П()\nКонецПроцедуры\n⟦ПоказатьВопрос(О)⟧;\nБ = 1;',
    ],
  ])('%s', (_, marked) => expectMarked(codeAfterAsyncCall, marked));
});
