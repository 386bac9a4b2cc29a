import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodesOf, parseModule, recovered } from '../index.ts';

function faultsOf(source: string): readonly string[] {
  const { tokens, lines, faults } = recovered(parseModule(source));
  return (faults ?? []).map(({ code, token }) => {
    const { line, character } = lines.positionAt(tokens.start(token));
    return `${code} ${line}:${character}`;
  });
}

describe('the reading of faulty modules', () => {
  it.each([
    ['one token too many is passed over', 'КонецЕсли; А = 1;', []],
    ['a sign too many before an operand is passed over', 'Процедура П()\n А = * 1;\nКонецПроцедуры', []],
    ['an end that lacks is made up', 'Пока А Цикл Б = 1; В = 2;', ['endDo 0:0']],
    ['a name alone is told twice', 'Процедура П()\n Имя\nКонецПроцедуры', ['statement 2:0', 'statement 2:0']],
    [
      'a property alone is told once more for its name',
      'Процедура П()\n А.Б\nКонецПроцедуры',
      ['statement 2:0', 'statement 2:0', 'statement 2:0', 'statement 2:0'],
    ],
    [
      'a directive without its method',
      'Процедура П()\nКонецПроцедуры\n&НаКлиенте\nЕсли А Тогда\nПроцедура Р()\nКонецПроцедуры',
      ['unexpected 3:0', 'unexpected 3:0', 'endIf 4:0'],
    ],
    ['a value that is no value is the next statement', 'Процедура П()\n Возврат А;\nКонецПроцедуры', []],
  ])('%s', (_name, source, faults) => {
    expect(faultsOf(source)).toEqual(faults);
  });

  it('leaves the method with a stray token and reads on as the body of the module', () => {
    const tree = recovered(parseModule('Процедура П()\n А = 1,;\n Б = 2;\nКонецПроцедуры'));
    expect(tree.module.items.map(({ kind }) => kind)).toEqual(['method', 'empty', 'assignment']);
    expect(nodesOf(tree.module, 'assignment').length).toBe(2);
  });

  it('finds no fault in what the parser finds sound', () => {
    const sound =
      'Перем А Экспорт;\n&НаКлиенте\nАсинх Функция П(Знач Б = -1, В)\n Ждать Г(Б, , В[0].Д(1));\n Возврат Не А = ?(Б, Новый Т, Новый("Т", 1)) И В;\nКонецФункции\nА = "1" "2";';
    expect(parseModule(sound).errors).toEqual([]);
    expect(faultsOf(sound)).toEqual([]);
  });

  it('ends on any row of tokens, with places inside the text', () => {
    const words = [
      'А',
      'Б',
      '.',
      ',',
      ';',
      '(',
      ')',
      '[',
      ']',
      '=',
      '+',
      '"т"',
      '"т\n',
      '|т"',
      '&',
      '~',
      ':',
      '?',
      '1',
      '\n',
      '#Область А\n',
      'Если',
      'Тогда',
      'Иначе',
      'КонецЕсли',
      'Пока',
      'Для',
      'Каждого',
      'Из',
      'По',
      'Цикл',
      'КонецЦикла',
      'Попытка',
      'Исключение',
      'КонецПопытки',
      'Процедура',
      'Функция',
      'КонецПроцедуры',
      'КонецФункции',
      'Экспорт',
      'Знач',
      'Перем',
      'Новый',
      'Не',
      'Возврат',
      'Асинх',
      'Ждать',
      'Перейти',
      'ВызватьИсключение',
      'Выполнить',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (chosen) => {
        const tree = recovered(parseModule(chosen.join(' ')));
        for (const { token } of tree.faults ?? []) {
          expect(token).toBeGreaterThanOrEqual(0);
          expect(token).toBeLessThan(tree.tokens.count);
        }
      }),
      { numRuns: 400 },
    );
  });
});
