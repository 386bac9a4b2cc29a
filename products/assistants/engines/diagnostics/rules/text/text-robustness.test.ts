import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diagnose } from '../../run.ts';
import { textRules } from './index.ts';
import { lexemesOf } from './lexemes.ts';

const pieces = fc.constantFrom(
  ...[
    'Процедура ',
    'КонецПроцедуры',
    'Если ',
    'Тогда',
    'КонецЕсли',
    'А',
    'Пароль',
    'Новый ',
    'Структура',
    'Перем ',
  ],
  ...[
    '#Область ',
    '#КонецОбласти',
    '#Удаление',
    '#',
    '&',
    '&НаКлиенте',
    '~',
    '//',
    '// Параметры:',
    '"',
    '|',
    "'",
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    ',',
    ';',
    '.',
    '=',
    '-',
    '<',
    '?',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '\u00A0',
    '5',
    'ё',
    'НСтр(',
  ],
);
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((each) => each.join('')),
  fc.string(),
);
const rules = textRules.map((rule) => ({ rule, parameters: {} }));

it('any text: no rule breaks down, and every finding lies in the text', () => {
  fc.assert(
    fc.property(anyText, (source) => {
      const { tree, findings, faults } = diagnose(source, {
        rules,
        path: 'Module.bsl',
        moduleType: 'UNKNOWN',
      });
      expect(faults).toEqual([]);
      for (const { range } of findings) {
        expect(range.end.line).toBeLessThan(tree.lines.count);
        expect(range.start.line).toBeLessThanOrEqual(range.end.line);
      }
    }),
  );
});

it('any text: lexemes follow each other and cover what they say', () => {
  fc.assert(
    fc.property(anyText, (source) => {
      const { tree } = diagnose(source, { rules: [], path: 'Module.bsl', moduleType: 'UNKNOWN' });
      const lexemes = lexemesOf(tree);
      let end = 0;
      for (let index = 0; index < lexemes.count; index += 1) {
        expect(lexemes.start(index)).toBeGreaterThanOrEqual(end);
        end = lexemes.end(index);
        expect(lexemes.text(index)).toBe(source.slice(lexemes.start(index), end));
      }
      expect(end).toBe(source.length);
    }),
  );
});
