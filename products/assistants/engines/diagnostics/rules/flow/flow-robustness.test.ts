import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diagnose } from '../../run.ts';
import { flowRules } from './index.ts';

const words = [
  ...[
    'Если',
    'Тогда',
    'ИначеЕсли',
    'Иначе',
    'КонецЕсли',
    'Пока',
    'Цикл',
    'КонецЦикла',
    'Для',
    'Каждого',
    'Из',
    'По',
  ],
  ...[
    'Попытка',
    'Исключение',
    'КонецПопытки',
    'Возврат',
    'Прервать',
    'ВызватьИсключение',
    'Перейти',
    '~М',
    '~М:',
  ],
  ...[
    'Процедура',
    'Функция',
    'КонецПроцедуры',
    'КонецФункции',
    'А',
    'Б',
    'П(',
    '(',
    ')',
    ',',
    ';',
    '=',
    '<>',
    '.',
    '?(',
  ],
  ...[
    'Не',
    'И',
    'ИЛИ',
    '+',
    '-',
    '1',
    '"с"',
    'Новый',
    'Структура',
    'Перем',
    'Знач',
    'Экспорт',
    'Выполнить',
    'Ждать',
  ],
  ...[
    '\n#Если Сервер Тогда\n',
    '\n#Иначе\n',
    '\n#КонецЕсли\n',
    '\n#Область Р\n',
    '\n#КонецОбласти\n',
    '[',
    ']',
    '&',
  ],
  ...[
    'НачатьТранзакцию();',
    'С.Вставить("К");',
    'ПоказатьВопрос();',
    'ОтменитьТранзакцию();',
    '"а\n|б"',
    '\n',
    '// к\n',
  ],
];
const chosen = flowRules.map((rule) => ({ rule, parameters: {} }));
const run = (source: string): ReturnType<typeof diagnose> =>
  diagnose(source, { rules: chosen, path: 'Module.bsl', moduleType: 'UNKNOWN' });

it('no words in any order break a rule, and places lie in the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (picked) => {
      const source = picked.join(' ');
      const { findings, faults, tree } = run(source);
      expect(faults).toEqual([]);
      for (const { range } of findings) {
        const [start, end] = [range.start, range.end].map(
          ({ line, character }) => tree.lines.start(line) + character,
        );
        expect(start).toBeLessThanOrEqual(end ?? -1);
        expect(end).toBeLessThanOrEqual(source.length);
      }
    }),
    { numRuns: 400 },
  );
});

it('every rule has words in both languages', () => {
  for (const { title, key } of flowRules) {
    expect(title.ru, key).toMatch(/[а-яё]/iu);
    expect(title.en, key).not.toMatch(/[а-яё]/iu);
  }
  expect(new Set(flowRules.map(({ key }) => key)).size).toBe(50);
});

it.each([
  ['nesting', `${'Если А Тогда Попытка Для Каждого Б Из В Цикл '.repeat(300)}`],
  ['parentheses', `А = ${'('.repeat(2_000)}А = А${')'.repeat(2_000)};`],
  ['a long condition', `Если ${'Не А <> Б И '.repeat(2_500)}В Тогда КонецЕсли;`],
  ['a long chain', `А${'.Б(В)'.repeat(2_500)}.Добавить(А);`],
  [
    'many jumps',
    `Процедура П()\n${'Если А Тогда Возврат; Б = 1; КонецЕсли;\n'.repeat(10_000)}КонецПроцедуры`,
  ],
  ['many insertions', 'С.Вставить(К); С.Вставить(К);\n'.repeat(10_000)],
  ['many conditions', '#Если Сервер Тогда\nА = 1;\n#КонецЕсли\n'.repeat(10_000)],
])('long and deep modules: %s', (_, source) => {
  expect(run(source).faults).toEqual([]);
});

it.each([
  ['a sound module', 'А = А;\nПроцедура П()\nБ = Б;\nКонецПроцедуры', 2],
  ['a body with a fault is not read', 'А = А;\nБ = (;\nВ = В;', 0],
  ['nor are methods after it', 'А = А;\nБ = (;\nПроцедура П()\nВ = В;\nКонецПроцедуры', 0],
  ['a fault within a method stays there', 'Процедура П()\nА = А;\nФ(Б;\nВ = В;\nКонецПроцедуры\nГ = Г;', 3],
  [
    'a stray end ends the module with its method',
    'Процедура П()\nА = А;\nКонецЕсли;\nБ = Б;\nКонецПроцедуры\nВ = В;',
    2,
  ],
  [
    'methods after the body are not read',
    'Процедура П()\nА = А;\nКонецПроцедуры\nБ = Б;\nПроцедура Р()\nВ = В;\nКонецПроцедуры',
    2,
  ],
  [
    'a condition that is missing takes its statement along',
    'Процедура П()\nЕсли Тогда\nА = А;\nКонецЕсли;\nБ = Б;\nКонецПроцедуры',
    1,
  ],
])('faulty code: %s', (_, source, count) => {
  expect(run(source).findings.filter(({ key }) => key === 'SelfAssign')).toHaveLength(count);
});
