import { expect, it } from 'vitest';
import { type FixtureOptions, findingsOf } from '../../expect-findings.fixture.ts';
import { marked } from './marked.fixture.ts';
import { ruleOf } from './rule-of.fixture.ts';

/** Key, lines of the module with the findings marked, how the rule is tuned. */
const cases: readonly (readonly [string, readonly string[], FixtureOptions?])[] = [
  [
    'DeprecatedCurrentDate',
    ['Сегодня = ⟦ТекущаяДата⟧();', 'Итог = Вычесть(⟦currentDATE⟧ (), О.ТекущаяДата());', 'ТекущаяДата = 1;'],
  ],
  [
    'DeprecatedFind',
    ['Если ⟦Найти⟧(Строка, "а") > 0 Тогда', '\tТаблица.Найти(1);', '\t⟦Find⟧(А, Б);', 'КонецЕсли;'],
  ],
  ['DeprecatedMessage', ['⟦Сообщить⟧("готово"); ⟦message⟧(1); О.Сообщить(2); СообщитьВсем(3);']],
  ['GetFormMethod', ['Ф = ⟦ПолучитьФорму⟧("А").Открыть();', 'Док.⟦GetForm⟧(); ОткрытьФорму("Б");']],
  ['TempFilesDir', ['Путь = ⟦КаталогВременныхФайлов⟧() + О.TempFilesDir();', 'Путь = ⟦TempFilesDir⟧();']],
  ['OSUsersMethod', ['Список = ⟦ПользователиОС⟧()[0];', 'Список = О.ПользователиОС() + ⟦OSUsers⟧();']],
  [
    'DisableSafeMode',
    [
      'УстановитьБезопасныйРежим(Истина); ⟦УстановитьБезопасныйРежим⟧(Ложь); ⟦SetSafeMode⟧();',
      '⟦УстановитьБезопасныйРежим⟧(Имя); SetSafeMode(True); ⟦SetSafeMode⟧(True, 1);',
      'УстановитьОтключениеБезопасногоРежима(Ложь); ⟦УстановитьОтключениеБезопасногоРежима⟧(Истина);',
      'Среда.⟦SetSafeMode⟧(True);',
    ],
  ],
  [
    'SetPrivilegedMode',
    [
      '⟦УстановитьПривилегированныйРежим⟧(Истина);',
      'УстановитьПривилегированныйРежим(Ложь);',
      '⟦SetPrivilegedMode⟧(Как);',
    ],
  ],
  [
    'FormDataToValue',
    [
      '&НаСервере',
      'Процедура Заполнить()',
      '\tА = ⟦ДанныеФормыВЗначение⟧(Объект, Тип("Х"));',
      'КонецПроцедуры',
      '&НаСервереБезКонтекста',
      'Функция Без(Объект)',
      '\tВозврат FormDataToValue(Объект, 1) + О.⟦FormDataToValue⟧();',
      'КонецФункции',
      'А = ДанныеФормыВЗначение(Объект, 1);',
    ],
  ],
  [
    'WrongUseFunctionProceedWithCall',
    [
      '&Вместо("Было")',
      'Функция Стало()',
      '\tВозврат ПродолжитьВызов();',
      'КонецФункции',
      '&После("Было")',
      'Процедура Потом()',
      '\t⟦ПродолжитьВызов⟧(); О.ПродолжитьВызов();',
      'КонецПроцедуры',
      'ProceedWithCall();',
    ],
  ],
  [
    'ExternalAppStarting',
    [
      '⟦ЗапуститьПриложение⟧("calc"); Оболочка.⟦System⟧("ls"); ПерейтиПоНавигационнойСсылке(А);',
      'ЗапуститьПриложение2();',
    ],
  ],
  [
    'ExternalAppStarting',
    ['⟦Пуск⟧(1); RunApp(2); ⟦GotoURL⟧(3);'],
    { parameters: { userPatternString: 'Пуск|Старт.*', checkGotoUrl: true } },
  ],
  [
    'FileSystemAccess',
    [
      '⟦КопироватьФайл⟧(А, Б); О.КопироватьФайл(А, Б);',
      'Ф = ⟦Новый Файл(Имя)⟧; Ч = ⟦Новый("ЧтениеТекста", Имя)⟧; М = Новый Массив;',
      'З = Новый("ЧтениеТекста2"); П = ⟦New TextWriter(⟦New File("а")⟧.Path)⟧;',
    ],
  ],
  [
    'FileSystemAccess',
    ['⟦Стереть⟧(1); УдалитьФайлы(2);', 'А = ⟦Новый Диск⟧; Б = Новый Файл;'],
    { parameters: { globalMethods: 'Стереть', newExpression: 'Диск' } },
  ],
  [
    'InternetAccess',
    ['С = ⟦Новый HTTPСоединение(1)⟧; З = ⟦New HTTPRequest⟧; П = ⟦Новый("Почта")⟧; Х = Новый ПочтаРоссии;'],
  ],
  [
    'StyleElementConstructors',
    ['Ц = ⟦Новый Цвет(1, 2, 3)⟧; Ш = ⟦New Font⟧; Р = ⟦Новый("Рамка", 1)⟧; Д = Новый РамкаДома;'],
  ],
  ['UseSystemInformation', ['С = ⟦Новый СистемнаяИнформация()⟧.ТипПлатформы; С = ⟦New("SystemInfo")⟧;']],
  [
    'GlobalContextMethodCollision8312',
    [
      'Функция ⟦ПроверитьБит⟧(А)',
      'КонецФункции',
      'Процедура ⟦setBIT⟧()',
      'КонецПроцедуры',
      'Процедура Бит()',
      'КонецПроцедуры',
    ],
  ],
  [
    'UsingFindElementByString',
    [
      'А = Спр.⟦НайтиПоНаименованию("Москва")⟧; А = Спр.НайтиПоНаименованию(Имя);',
      'А = Спр.⟦FindByCode(12)⟧ + Спр.FindByCode(1.5) + Спр.⟦НайтиПоНомеру()⟧;',
      'НайтиПоКоду("1"); А = Ф(Спр.⟦НайтиПоКоду("1" + Б, 2)⟧.Имя);',
    ],
  ],
  [
    'UsingModalWindows',
    ['А = ⟦Вопрос("Да?", Б)⟧; О.Вопрос(1); ⟦DoMessageBox(', '\t1)⟧;'],
    { parameters: { forceModalityMode: true } },
  ],
  ['UsingModalWindows', ['А = Вопрос("Да?", Б);']],
  [
    'ExecuteExternalCode',
    [
      '&НаКлиенте',
      'Процедура К() Выполнить("1"); КонецПроцедуры',
      'Функция С()',
      '\t⟦Выполнить(Код)⟧; Возврат ⟦Вычислить("1")⟧.А + ⟦Eval(Б)⟧;',
      'КонецФункции',
      '⟦Execute Код⟧; О.Выполнить();',
    ],
  ],
];

it.each(cases.map(([key, lines, options]) => ({ key, lines, options })))('$key $lines', (each) => {
  const { source, expected } = marked(...each.lines);
  expect(findingsOf(ruleOf(each.key), source, each.options)).toEqual(expected);
});

it('a broken pattern of names is told as a fault of the rule', () => {
  const broken = { parameters: { userPatternString: '(' } };
  expect(() => findingsOf(ruleOf('ExternalAppStarting'), 'А();', broken)).toThrow('ExternalAppStarting');
});
