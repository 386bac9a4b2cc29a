import { expect, it } from 'vitest';
import { type FixtureOptions, findingsOf } from '../../expect-findings.fixture.ts';
import { ruleOf } from './rule-of.fixture.ts';

/** Key, lines of the module, where it finds something, how it is tuned. */
const cases: readonly (readonly [string, readonly string[], readonly string[], FixtureOptions?])[] = [
  [
    'BadWords',
    ['А = 1; // секрет', 'Секрет = 2;'],
    ['0:10-0:16', '1:0-1:6'],
    { parameters: { badWords: 'секрет|тайна' } },
  ],
  [
    'BadWords',
    ['А = 1; // секрет', 'Секрет = 2;', '// тайна'],
    ['0:10-0:16', '1:0-1:6'],
    { parameters: { badWords: 'секрет|тайна', findInComments: false } },
  ],
  ['BadWords', ['А = 1; // секрет'], []],
  [
    'CanonicalSpellingKeywords',
    ['если А Тогда', '\tСообщить(Б);', 'Конецесли;', 'Для каждого В Из Г цикл EndDo;'],
    ['0:0-0:4', '2:0-2:9', '3:19-3:23'],
  ],
  [
    'CanonicalSpellingKeywords',
    ['А = не Б и В или НЕ Г И Д ИЛИ Е;', 'А = Not Б AND В or Г;'],
    ['0:4-0:6', '0:9-0:10', '0:13-0:16', '1:16-1:18'],
  ],
  [
    'CanonicalSpellingKeywords',
    [
      '#область Тогда',
      '#если сервер и не Клиент Тогда',
      '&насервере',
      'Процедура А(знач Б = неопределено, В = NULL) экспорт',
      'КонецПроцедуры',
      '#КонецЕсли',
      '#КонецОбласти',
    ],
    [
      '0:1-0:8',
      '1:1-1:5',
      '1:6-1:12',
      '1:13-1:14',
      '1:15-1:17',
      '2:1-2:10',
      '3:12-3:16',
      '3:21-3:33',
      '3:45-3:52',
    ],
  ],
  [
    'CanonicalSpellingKeywords',
    ['А.если = 1;', 'перейти ~если;', '~если:', 'Б = новый Массив; В = "если"; // если'],
    ['1:0-1:7', '3:4-3:9'],
  ],
  [
    'ConsecutiveEmptyLines',
    ['А = 1;', '', '', 'Б = 2;', '', '', '', '// В', '', 'Г = 3;'],
    ['1:0-2:0', '4:0-6:0'],
  ],
  [
    'ConsecutiveEmptyLines',
    ['', 'А = 1;', '', 'Б = 1;', '', '', 'В = 1;'],
    ['2:0-2:0', '4:0-5:0'],
    { parameters: { allowedEmptyLinesCount: 0 } },
  ],
  ['ConsecutiveEmptyLines', ['', '', '', 'А = 1;', '', '', ''], ['0:0-2:0', '4:0-6:0']],
  [
    'ConsecutiveEmptyLines',
    ['#Область А', '', ' \t', '#КонецОбласти\r', '\r', '\r', 'А = 1;'],
    ['1:0-2:0', '4:0-5:0'],
  ],
  [
    'ConsecutiveEmptyLines',
    ['А = 1;', '', '', 'Б = 2;', '', '', '', 'В = 3;'],
    ['4:0-6:0'],
    { parameters: { allowedEmptyLinesCount: 2 } },
  ],
  [
    'YoLetterUsage',
    ['Счёт = 1;', 'А.Ёлка(Счет); // ёлка', '#Область Счёт', 'Б = "ёлка";', '#КонецОбласти', '~Ёж:'],
    ['0:0-0:4', '1:2-1:6', '5:1-5:3'],
  ],
  [
    'UnknownPreprocessorSymbol',
    ['#Если Сервер Или Чужой Тогда', '#ИначеЕсли Не Linux И Чудной Тогда', '#КонецЕсли'],
    ['0:17-0:22', '1:22-1:28'],
  ],
  [
    'UsingServiceTag',
    [
      '// TODO: доделать',
      '//fixme',
      'А = 1; //   @Автор',
      '// отладка',
      '// Отладка',
      '// для   отладки',
      '// ещё todo',
      '// а //todo',
      '// mrg',
    ],
    ['0:0-0:17', '1:0-1:7', '2:7-2:18', '3:0-3:10', '5:0-5:16', '7:0-7:11', '8:0-8:6'],
  ],
  [
    'UsingServiceTag',
    ['// TODO: доделать', '// важно'],
    ['1:0-1:8'],
    { parameters: { serviceTags: 'важно' } },
  ],
  ['UsingServiceTag', ['//   ', '// а'], ['1:0-1:4'], { parameters: { serviceTags: '.' } }],
  [
    'InvalidCharacterInFile',
    [
      'А = "дли́на – "; // тире —',
      'Б =\u00A01;',
      '// пробел\u00A0в тексте',
      'В = "а',
      '|−б";',
      '// обычный - дефис',
    ],
    ['0:4-0:15', '0:17-0:26', '1:3-1:4', '2:0-2:18', '4:0-4:4'],
  ],
];

const named = cases.map(([key, lines, finds, options]) => ({
  key,
  source: lines.join('\n'),
  finds,
  options,
}));

it.each(named)('Spelling of words and characters: $key in $source', ({ key, source, finds, options }) => {
  expect(findingsOf(ruleOf(key), source, options)).toEqual(finds);
});
