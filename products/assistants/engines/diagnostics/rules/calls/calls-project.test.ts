import { expect, it } from 'vitest';
import type { Project } from '../../rule.ts';
import { marked } from './marked.fixture.ts';
import { placesIn, projectWith } from './project.fixture.ts';
import { ruleOf } from './rule-of.fixture.ts';

const own = 'ОбщийМодуль.Мой';

/** Key, type of the module, the configuration, lines of the module with the findings marked. */
const cases: readonly (readonly [string, string, Project | undefined, readonly string[]])[] = [
  [
    'AssignToReadOnlyProperty',
    'CommonModule',
    projectWith({}),
    [
      'Справочники.Товары.НайтиПоКоду(1).⟦Код⟧ = 2; Catalogs.Товары.EmptyRef().⟦Ref⟧ = 1;',
      'Справочники.Иное.НайтиПоКоду(1).Код = 2; Справочники.Товары.СоздатьЭлемент().Код = 2;',
      'Справочники.Товары.НайтиПоКоду(1).Владелец.Код = 2; Товары.НайтиПоКоду(1).Код = 2;',
    ],
  ],
  ['AssignToReadOnlyProperty', 'CommonModule', undefined, ['Справочники.Товары.НайтиПоКоду(1).Код = 2;']],
  [
    'UnsafeFindByCode',
    'CommonModule',
    projectWith({}),
    [
      'А = Справочники.Товары.⟦НайтиПоКоду⟧("1"); Б = Catalogs.Товары.⟦FindByCode⟧(2).Ссылка;',
      'В = Справочники.Иное.НайтиПоКоду(1); Г = Товары.НайтиПоКоду(1); НайтиПоКоду(1);',
      'Д = Справочники.Товары.НайтиПоНаименованию("НайтиПоКоду");',
    ],
  ],
  [
    'UnsafeFindByCode',
    'CommonModule',
    projectWith({}, own, { hasUniqueCodes: () => true }),
    ['А = Справочники.Товары.НайтиПоКоду("1");'],
  ],
  ['UnsafeFindByCode', 'CommonModule', undefined, ['А = Справочники.Товары.НайтиПоКоду("1");']],
  ['UsingModalWindows', 'FormModule', projectWith({}), ['⟦Вопрос(1)⟧;']],
  ['UsingModalWindows', 'FormModule', projectWith({}, own, { useModality: true }), ['Вопрос(1);']],
  [
    'UsingSynchronousCalls',
    'FormModule',
    projectWith({}),
    [
      '&НаСервере',
      'Процедура А()',
      '\tНайтиФайлы(1);',
      'КонецПроцедуры',
      '⟦НайтиФайлы(1)⟧; А = ⟦DoQueryBox(⟦RunApp(1)⟧)⟧; О.Вопрос();',
    ],
  ],
  [
    'UsingSynchronousCalls',
    'FormModule',
    projectWith({}, own, { useSynchronousCalls: true }),
    ['НайтиФайлы(1);'],
  ],
  ['UsingSynchronousCalls', 'ObjectModule', projectWith({}), ['НайтиФайлы(1);']],
  [
    'UsingSynchronousCalls',
    'CommonModule',
    projectWith({ Мой: { client: true } }, own),
    ['⟦НайтиФайлы(1)⟧;'],
  ],
  ['UsingSynchronousCalls', 'CommonModule', projectWith({ Мой: {} }, own), ['НайтиФайлы(1);']],
  [
    'ExecuteExternalCodeInCommonModule',
    'CommonModule',
    projectWith({ Мой: {} }, own),
    ['⟦Выполнить(А)⟧; Б = ⟦Eval(1)⟧;'],
  ],
  [
    'ExecuteExternalCodeInCommonModule',
    'CommonModule',
    projectWith({ Мой: { server: false } }, own),
    ['Выполнить(А);'],
  ],
  ['ExecuteExternalCodeInCommonModule', 'CommonModule', undefined, ['Выполнить(А);']],
  [
    'TimeoutsInExternalResources',
    'CommonModule',
    projectWith({}, own, { compatibility: [8, 3, 6] }),
    [
      'А = Новый HTTPСоединение(1, 2, 3, 4, 5); А = Новый WSОпределения(1, 2, 3, 4);',
      'А = Новый FTPСоединение(1, 2, 3, 4, 5, 6);',
    ],
  ],
  [
    'TimeoutsInExternalResources',
    'CommonModule',
    projectWith({}, own, { compatibility: [8, 3, 9] }),
    ['А = ⟦Новый HTTPСоединение(1, 2, 3, 4, 5)⟧; А = ⟦Новый FTPСоединение(1, 2, 3, 4, 5, 6)⟧;'],
  ],
];

it.each(cases)('%s in %s', (key, moduleType, project, lines) => {
  const { source, expected } = marked(...lines);
  expect(placesIn(project, ruleOf(key), source, moduleType)).toEqual(expected);
});
