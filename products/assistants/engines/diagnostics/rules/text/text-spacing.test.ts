import { expect, it } from 'vitest';
import { type FixtureOptions, findingsOf } from '../../expect-findings.fixture.ts';
import { ruleOf } from './rule-of.fixture.ts';

/** Key, lines of the module, where it finds something, how it is tuned. */
const cases: readonly (readonly [string, readonly string[], readonly string[], FixtureOptions?])[] = [
  [
    'MissingSpace',
    [
      'А=1;',
      'Б = А+1;В = -1;',
      'Г = А - -1;',
      'Д = А*(-Б);',
      'Возврат -1;',
      'Если(А)И(Б)или не(В)Тогда',
      'КонецЕсли;',
    ],
    ['0:1-0:2', '1:5-1:6', '1:7-1:8', '3:5-3:6', '5:0-5:4', '5:7-5:8', '5:11-5:14', '5:15-5:17', '5:20-5:25'],
  ],
  [
    'MissingSpace',
    [
      'Вызов(А,Б);',
      'Вызов(, ,Б,, В);',
      'Для Н = 1 По(5)Цикл КонецЦикла;',
      'Процедура Х(А,Б = 1,В=2)Экспорт КонецПроцедуры',
    ],
    [
      '0:7-0:8',
      '1:8-1:9',
      '1:10-1:11',
      '2:10-2:12',
      '2:15-2:19',
      '3:13-3:14',
      '3:19-3:20',
      '3:21-3:22',
      '3:24-3:31',
    ],
  ],
  ['MissingSpace', ['Вызов(А,,Б);'], ['0:8-0:9'], { parameters: { allowMultipleCommas: true } }],
  ['MissingSpace', ['А = - Б;', 'А = -Б;'], ['1:4-1:5'], { parameters: { checkSpaceToRightOfUnary: true } }],
  [
    'MissingSpace',
    ['А = (Б);', 'Вызов (В);'],
    ['0:4-0:5', '0:6-0:7', '1:6-1:7', '1:8-1:9'],
    { parameters: { listForCheckLeft: ')', listForCheckRight: '( ,' } },
  ],
  [
    'MissingSpace',
    [
      'А = Б // к',
      '+// м',
      'В;',
      'А = "а=б";// а=б',
      '#Удаление',
      'А=1;',
      '#КонецУдаления',
      'Если А<>Б И А >=В Тогда КонецЕсли;',
    ],
    ['1:0-1:1', '3:9-3:10', '5:1-5:2', '7:6-7:8', '7:14-7:16'],
  ],
  [
    'SpaceAtStartComment',
    [
      '//Текст',
      '// Текст',
      '//',
      '//// Двойной',
      '//@Пометка',
      '//(c) Автор',
      '//А = Б + В;',
      '/////////',
      'А = 1; //хвост',
    ],
    ['0:0-0:7', '3:0-3:12', '8:7-8:14'],
  ],
  [
    'SpaceAtStartComment',
    ['//// Двойной', '////Слитно', '//!Знак'],
    ['1:0-1:10'],
    { parameters: { useStrictValidation: false, commentsAnnotation: '//!' } },
  ],
  [
    'LineLength',
    [
      `А = 1; // ${'я'.repeat(118)}`,
      `Б = "${'ю'.repeat(130)}";`,
      'В = "',
      `|${'э'.repeat(130)}`,
      '|";',
      `Г = ${'1'.repeat(115)};`,
    ],
    ['0:0-0:128', '1:0-1:137'],
  ],
  [
    'LineLength',
    [`// ${'я'.repeat(30)}`, 'Процедура А()', `\tБ = 1; // ${'ж'.repeat(30)}`, 'КонецПроцедуры'],
    ['2:0-2:41'],
    { parameters: { maxLineLength: 20, checkMethodDescription: false } },
  ],
  [
    'LineLength',
    [`// ${'я'.repeat(30)}`, 'Процедура А()', `\tБ = 1; // ${'ж'.repeat(30)}`, 'КонецПроцедуры'],
    ['0:0-0:33'],
    { parameters: { maxLineLength: 20, excludeTrailingComments: true } },
  ],
  [
    'IncorrectLineBreak',
    [
      'А = Б +',
      '\tВ;',
      'Если А И',
      '\tБ',
      '\tИ В Тогда // И',
      'КонецЕсли;',
      'Вызов(А',
      '\t, Б',
      ');',
      'Вызов(А',
      ');',
    ],
    ['0:6-0:7', '2:7-2:8', '7:1-7:4', '8:0-8:1', '10:0-10:1'],
  ],
  [
    'IncorrectLineBreak',
    [
      'Т = "начало',
      '|, середина И',
      '|) конец";',
      'Т = "а" +',
      '\t"б";',
      'Т = А *  // почему',
      '\tБ;',
      'Т = А',
      '\t* Б',
      ';',
    ],
    ['3:8-3:9', '5:6-5:7', '9:0-9:1'],
  ],
  [
    'IncorrectLineBreak',
    ['Т = А +', '"ВЫБРАТЬ Т.А КАК А ИЗ Таблица КАК Т";', 'Т = А +', '"просто текст";'],
    ['2:6-2:7'],
  ],
  [
    'CommentedCode',
    [
      '// Просто текст о деле.',
      '',
      '// А = Б + 1;',
      '',
      '// Если А Тогда',
      '//   Вызов(Б);',
      '// КонецЕсли;',
      '',
      'А = 1; // Б = Вызов(А);',
    ],
    ['2:0-2:13', '4:0-6:13', '8:7-8:23'],
  ],
  [
    'CommentedCode',
    [
      '// Описание метода',
      '//',
      '// Пример:',
      '//  А = Вызов(Б);',
      'Процедура А()',
      '\t// Процедура Б()',
      '\tБ = 1;',
      '\t// .Выбрать( имя имени',
      'КонецПроцедуры',
      '// Процедура Б()',
      '// КонецПроцедуры',
    ],
    ['5:1-5:17', '9:0-10:17'],
  ],
  [
    'CommentedCode',
    [
      '// Б = Вызов(А);',
      'Процедура А()',
      'КонецПроцедуры',
      'Б = 1;',
      '// Б = Вызов(А);',
      'Процедура В()',
      'КонецПроцедуры',
    ],
    ['4:0-4:16'],
  ],
  [
    'CommentedCode',
    ['//# А = Вызов(Б);', '', '// А = Вызов(Б);'],
    ['2:0-2:16'],
    { parameters: { exclusionPrefixes: '#, !' } },
  ],
];

const named = cases.map(([key, lines, finds, options]) => ({
  key,
  source: lines.join('\n'),
  finds,
  options,
}));

it.each(named)('Spaces, lines and comments: $key in $source', ({ key, source, finds, options }) => {
  expect(findingsOf(ruleOf(key), source, options)).toEqual(finds);
});
