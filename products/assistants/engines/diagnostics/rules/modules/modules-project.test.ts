import { expect, it } from 'vitest';
import type { Project } from '../../rule.ts';
import { marked } from '../calls/marked.fixture.ts';
import { placesIn, projectWith } from '../calls/project.fixture.ts';
import { ruleOf } from '../calls/rule-of.fixture.ts';

const own = 'ОбщийМодуль.Мой';
const exports = new Set(['дать', 'взять']);

/** Key, type of the module, the configuration, lines of the module with the findings marked. */
const cases: readonly (readonly [string, string, Project | undefined, readonly string[]])[] = [
  [
    'CachedPublic',
    'CommonModule',
    projectWith({ Мой: { cached: true } }, own),
    [
      '#Область ⟦ПрограммныйИнтерфейс⟧',
      '#Область Внутри',
      'Функция А() Экспорт',
      'КонецФункции',
      '#КонецОбласти',
      '#КонецОбласти',
      '#Область Public',
      '#КонецОбласти',
    ],
  ],
  [
    'CachedPublic',
    'CommonModule',
    projectWith({ Мой: {} }, own),
    ['#Область Public', 'Функция А()', 'КонецФункции', '#КонецОбласти'],
  ],
  [
    'MissingCommonModuleMethod',
    'CommonModule',
    projectWith({ Мой: {}, Склад: { exports }, Тень: { exports: undefined } }, own),
    [
      'Процедура А(Склад)',
      '\tСклад.Нет();',
      'КонецПроцедуры',
      'Процедура Б()',
      '\tСклад.Дать(); склад.⟦Нет⟧(); В = Склад.Поле.⟦Нет⟧(1).Ж() + Тень.Нет() + Склад.Нет;',
      '\tВ = Новый ОписаниеОповещения(⟦"Нет"⟧, Склад); В = Новый ОписаниеОповещения("Взять", Склад);',
      '\tМой.Б(); Мой.⟦Ю⟧(); Иной.Нет(); В = Новый ОписаниеОповещения(⟦"Нет"⟧, ЭтотОбъект);',
      'КонецПроцедуры',
    ],
  ],
  ['MissingCommonModuleMethod', 'CommonModule', undefined, ['Склад.Нет();']],
  [
    'PrivilegedModuleMethodCall',
    'CommonModule',
    projectWith({ Мой: {}, Право: { exports, privileged: true } }, own),
    [
      'Право.⟦Дать⟧(Право.⟦Взять⟧()); Право.Нет(); Мой.Дать(); А = Новый ОписаниеОповещения(⟦"Дать"⟧, Право);',
    ],
  ],
  [
    'PrivilegedModuleMethodCall',
    'CommonModule',
    projectWith({ Мой: { privileged: true } }, own),
    ['Процедура Дать()', '\t⟦Дать⟧(); Взять();', 'КонецПроцедуры'],
  ],
  [
    'RedundantAccessToObject',
    'CommonModule',
    projectWith({ Мой: {} }, own),
    ['⟦мой⟧.Дать(); А = Мой.Дать(); Мой[1].Дать(); ЭтотОбъект.А = ⟦ЭтотОбъект⟧.Б;'],
  ],
  ['RedundantAccessToObject', 'CommonModule', projectWith({ Мой: { cached: true } }, own), ['Мой.Дать();']],
  [
    'RedundantAccessToObject',
    'ManagerModule',
    projectWith({}, 'Справочник.Товары'),
    ['⟦Справочники⟧.Товары.Дать(); ⟦Catalogs⟧.Товары.А.Б(); Справочники.Иное.Дать(); Справочники.Товары();'],
  ],
  [
    'ServerSideExportFormMethod',
    'FormModule',
    projectWith({}),
    [
      '&НаСервере',
      'Процедура ⟦А⟧() Экспорт',
      'КонецПроцедуры',
      'Процедура ⟦Б⟧() Экспорт',
      'КонецПроцедуры',
      '&НаКлиенте',
      'Процедура В() Экспорт',
      'КонецПроцедуры',
      '&НаСервере',
      'Процедура Г()',
      'КонецПроцедуры',
    ],
  ],
];

it.each(cases)('%s in %s', (key, moduleType, project, lines) => {
  const { source, expected } = marked(...lines);
  expect(placesIn(project, ruleOf(key), source, moduleType)).toEqual(expected);
});
