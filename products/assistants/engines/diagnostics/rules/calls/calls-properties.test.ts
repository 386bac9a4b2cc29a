import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diagnose } from '../../run.ts';
import { modulesRules } from '../modules/index.ts';
import { callsRules } from './index.ts';
import { projectWith } from './project.fixture.ts';

const rules = [...callsRules, ...modulesRules].map((rule) => ({ rule, parameters: {} }));
const project = projectWith({ Склад: { privileged: true, exports: new Set(['дать']) } }, 'ОбщийМодуль.Склад');

const pieces = [
  ...[
    'Процедура ',
    'КонецПроцедуры\n',
    'Если ',
    ' Тогда ',
    'КонецЕсли;',
    'Для Каждого А Из ',
    ' Цикл ',
    'КонецЦикла;',
  ],
  ...[
    '&НаСервере\n',
    '&Вместо("А")\n',
    '#Область А\n',
    '#КонецОбласти\n',
    'Перем А;',
    '// Устарела.\n',
    'Возврат ',
  ],
  ...[
    'РольДоступна',
    'БезопасныйРежим',
    'Тип',
    'ПолучитьИмяВременногоФайла',
    'Склад',
    'ЭтотОбъект',
    'ЭтаФорма',
    'ПриЗаписи',
  ],
  ...[
    'Новый ',
    'Файл',
    'HTTPСоединение',
    '.Таймаут',
    '.Выполнить',
    '.',
    '(',
    ')',
    '[',
    ']',
    ' = ',
    ', ',
    ';',
    '?(',
    ' И ',
    'Не ',
  ],
  ...['"а"', '"', '1', '\n', 'ВызватьИсключение', 'ОписаниеОповещения', 'ждать ', 'Экспорт\n', '~', '#'],
];

it('no text breaks a rule, and every finding lies in it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }),
      fc.constantFrom('UNKNOWN', 'CommonModule', 'FormModule', 'ObjectModule', 'ManagerModule'),
      (parts, moduleType) => {
        const source = parts.join('');
        const { findings, faults } = diagnose(source, { rules, path: 'Module.bsl', moduleType, project });
        expect(faults).toEqual([]);
        const lines = source.split('\n');
        for (const { key, range } of findings) {
          expect(range.end.line, key).toBeLessThan(lines.length);
          expect(range.end.character, key).toBeLessThanOrEqual(lines[range.end.line]?.length ?? -1);
          const isForward = range.start.line < range.end.line || range.start.character <= range.end.character;
          expect(isForward, key).toBe(true);
        }
      },
    ),
    { numRuns: 500 },
  );
});

it('letter case of names and blanks around dots change nothing', () => {
  const source =
    'Процедура А()\n\tЕсли РольДоступна("х") Тогда Ф = Новый Файл(О.НайтиПоКоду("1")); КонецЕсли;\nКонецПроцедуры';
  const keysOf = (text: string): readonly string[] =>
    diagnose(text, { rules, path: 'Module.bsl', moduleType: 'FormModule', project }).findings.map(
      ({ key }) => key,
    );
  expect(keysOf(source)).toContain('IsInRoleMethod');
  expect(keysOf(source.toUpperCase())).toEqual(keysOf(source));
  expect(keysOf(source.replaceAll('.', ' . '))).toEqual(keysOf(source));
});
