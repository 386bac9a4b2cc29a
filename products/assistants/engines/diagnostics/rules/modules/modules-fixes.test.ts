import { expect, it } from 'vitest';
import { applyFixes } from '../../fixes.ts';
import { diagnosedIn } from '../calls/project.fixture.ts';
import { ruleOf } from '../calls/rule-of.fixture.ts';

function repaired(key: string, moduleType: string, source: string): string {
  return applyFixes(source, diagnosedIn(undefined, ruleOf(key), source, moduleType).findings).source;
}

it.each([
  [
    'DeprecatedTypeManagedForm',
    'FormModule',
    'А = Тип("УправляемаяФорма");',
    'А = Тип("ФормаКлиентскогоПриложения");',
  ],
  [
    'DeprecatedTypeManagedForm',
    'FormModule',
    'А = Type( "ManagedForm" );',
    'А = Type( "ClientApplicationForm" );',
  ],
  ['UsingThisForm', 'FormModule', 'ЭтаФорма.А(ThisForm);', 'ЭтотОбъект.А(ThisObject);'],
  [
    'EventHandlerInvalidSignature',
    'ObjectModule',
    'Процедура ПриЗаписи()\nКонецПроцедуры',
    'Процедура ПриЗаписи(Отказ)\nКонецПроцедуры',
  ],
  [
    'EventHandlerInvalidSignature',
    'RecordSetModule',
    'Процедура ПередЗаписью(Стоп, Замещение, Лишнее = 1)\nКонецПроцедуры',
    'Процедура ПередЗаписью(Стоп, Замещение)\nКонецПроцедуры',
  ],
  [
    'EventHandlerOutsideEventRegion',
    'ObjectModule',
    '// Шапка\nПроцедура ПриЗаписи(Отказ)\nКонецПроцедуры\n\n#Область ОбработчикиСобытий\n\n#КонецОбласти\n',
    '\n#Область ОбработчикиСобытий\n\n// Шапка\nПроцедура ПриЗаписи(Отказ)\nКонецПроцедуры\n\n#КонецОбласти\n',
  ],
  [
    'EventHandlerOutsideEventRegion',
    'ObjectModule',
    '#Область Иное\n#КонецОбласти\n\nПроцедура ПриЗаписи(Отказ)\nКонецПроцедуры\n',
    '#Область Иное\n#КонецОбласти\n#Область ОбработчикиСобытий\n\nПроцедура ПриЗаписи(Отказ)\nКонецПроцедуры\n\n#КонецОбласти\n\n',
  ],
])('%s in %s repairs %j', (key, moduleType, source, expected) => {
  expect(repaired(key, moduleType, source)).toBe(expected);
  expect(repaired(key, moduleType, expected)).toBe(expected);
});
