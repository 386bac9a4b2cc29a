import { expect, it } from 'vitest';
import { type FixtureOptions, findingsOf } from '../../expect-findings.fixture.ts';
import { ruleOf } from './rule-of.fixture.ts';

/** Key, lines of the module, where it finds something, how it is tuned. */
const cases: readonly (readonly [string, readonly string[], readonly string[], FixtureOptions?])[] = [
  ['ParseError', ['Процедура А()', '\tЕсли Тогда', '\tКонецЕсли;', 'КонецПроцедуры'], ['1:6-1:11']],
  ['ParseError', ['Процедура А()', '\tЕсли Б', '\t\tВ = 1;', '\tКонецЕсли;', 'КонецПроцедуры'], ['1:1-1:5']],
  [
    'ParseError',
    [
      'Процедура А()',
      '\tПока Б',
      '\t\tВ = 1;',
      '\tКонецЦикла;',
      '\tДля К = 1 2 Цикл',
      '\tКонецЦикла;',
      'КонецПроцедуры',
    ],
    ['1:1-1:5', '4:1-4:4'],
  ],
  [
    'ParseError',
    ['Процедура А()', '\tЕсли Б Тогда', '\t\tВ = 1;', 'КонецПроцедуры', 'Процедура Б()', 'КонецПроцедуры'],
    ['3:0-3:14'],
  ],
  ['ParseError', ['Процедура А()', '\tБ = 1;', '', 'Процедура В()', 'КонецПроцедуры'], ['0:0-0:9']],
  [
    'ParseError',
    ['Процедура А()', '\tБ = Вызов(1;', '\tВ = (1 + 2;', 'КонецПроцедуры'],
    ['1:12-1:13', '1:12-1:13', '1:12-1:13', '2:5-2:6'],
  ],
  [
    'ParseError',
    ['Процедура А()', '\tБ = 1;', '\t) В = 2;', 'КонецПроцедуры', 'Процедура Г()', 'КонецПроцедуры'],
    ['2:1-2:2', '3:0-3:14'],
  ],
  [
    'ParseError',
    [
      'Процедура А()',
      '\tЕсли Б Тогда',
      '\t\t) В = 2;',
      '\tКонецЕсли;',
      'КонецПроцедуры',
      'Процедура Г()',
      'КонецПроцедуры',
    ],
    ['2:2-2:3', '3:1-3:10', '4:0-4:14'],
  ],
  ['ParseError', ['Процедура А()', '\tБ = 1 + ;', '\tВ = 2;', 'КонецПроцедуры'], []],
  ['ParseError', ['А = ;', 'Б = );'], ['0:4-0:5']],
  [
    'ParseError',
    ['Процедура А()', 'КонецПроцедуры', 'Б = 1;', 'Процедура В()', 'КонецПроцедуры'],
    ['3:0-3:9'],
  ],
  ['ParseError', ['А = 1;', 'Перем Б;'], ['1:0-1:5']],
  ['ParseError', ['Если А Тогда', '\tБ = 1;'], ['0:0-0:4']],
  ['ParseError', ['А = "начало;', 'Б = 2;'], ['1:0-1:1']],
  ['ParseError', ['Процедура (А)', 'КонецПроцедуры'], ['0:0-0:9']],
  ['ParseError', ['А = 1 Б = 2;', 'В = Г.Если;'], []],
];

const named = cases.map(([key, lines, finds, options]) => ({
  key,
  source: lines.join('\n'),
  finds,
  options,
}));

it.each(named)('Parse errors: $key in $source', ({ key, source, finds, options }) => {
  expect(findingsOf(ruleOf(key), source, options)).toEqual(finds);
});
