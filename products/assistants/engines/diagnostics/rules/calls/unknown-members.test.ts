import { expect, it } from 'vitest';
import { findingsOf } from '../../expect-findings.fixture.ts';
import { diagnose } from '../../run.ts';
import { projectWith } from './project.fixture.ts';
import { ruleOf } from './rule-of.fixture.ts';

const findsWith = (key: string, source: string, compatibility: readonly number[] | undefined) =>
  diagnose(source, {
    rules: [{ rule: ruleOf(key), parameters: {} }],
    path: 'Module.bsl',
    moduleType: 'UNKNOWN',
    project: projectWith({}, undefined, { compatibility }),
  }).findings.map(({ range: { start } }) => `${start.line}:${start.character}`);

const within = (body: readonly string[]): string =>
  ['Процедура Проба(Список)', ...body.map((line) => `\t${line}`), 'КонецПроцедуры'].join('\n');

it.each([
  ['a method its type lacks', ['Т = Новый ТаблицаЗначений;', 'Т.Вставть();'], ['2:3-2:10']],
  ['a property its type lacks', ['Т = Новый ValueTable;', 'К = Т.Колонкы;'], ['2:7-2:14']],
  ['members it has', ['Т = Новый ТаблицаЗначений;', 'Т.колонки.Добавить();', 'T = Т.Count();'], []],
  [
    'keys of a structure',
    ['С = Новый Структура("А");', 'С.А = С.Б;', 'С.Свойство("А");', 'С.Г();'],
    ['4:3-4:4'],
  ],
  ['a variable of two types', ['М = Новый Массив;', 'М = Новый Структура;', 'М.Ж();'], []],
  ['a parameter', ['Список = Новый Массив;', 'Список.Ж();'], []],
  [
    'a variable of a loop',
    ['Для Каждого М Из Список Цикл', 'М.Ж();', 'КонецЦикла;', 'М = Новый Массив;'],
    [],
  ],
  ['a method nobody has', ['Неведомое(1);', 'Проба(2);', 'СтрНайти("", "");'], ['1:1-1:10']],
] as const)('UnknownMember: %s', (_name, body, finds) => {
  expect(findingsOf(ruleOf('UnknownMember'), within(body))).toEqual(finds);
});

it('UnknownMember leaves bare calls alone inside a configuration', () => {
  const source = within(['Неведомое(1);', 'М = Новый Массив;', 'М.Ж();']);
  expect(findsWith('UnknownMember', source, undefined)).toEqual(['3:3']);
});

it.each([
  [undefined, []],
  [
    [8, 3, 5],
    ['1:1', '2:1'],
  ],
  [[8, 3, 17], ['2:1']],
  [[8, 3, 18], []],
  [[8, 4, 1], []],
] as const)('UnavailableMemberCall for %j', (compatibility, finds) => {
  const source = within(['СтрНайти("", "");', 'ВопросАсинх();', 'Список.ВопросАсинх();']);
  expect(findsWith('UnavailableMemberCall', source, compatibility)).toEqual(finds);
});
