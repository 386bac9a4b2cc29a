import fc from 'fast-check';
import { expect, it } from 'vitest';
import { optimizeQuery } from '#products/assistants/engines/optimizer';
import { equalQueries, extractQueries, parseQuery } from '#products/assistants/engines/query';

import { applyFixes } from '../../fixes.ts';
import type { Project } from '../../rule.ts';
import { diagnose } from '../../run.ts';
import { queriesRules } from './index.ts';
import { moduleWith, ruleOf } from './rule-of.fixture.ts';
import { sampleQueries } from './samples.fixture.ts';

const run = (source: string, keys: readonly string[], project?: Project) =>
  diagnose(source, {
    rules: keys.map((key) => ({ rule: ruleOf(key), parameters: {} })),
    path: 'Module.bsl',
    moduleType: 'UNKNOWN',
    project,
  });

it.each([
  [
    'AssignAliasFieldsInQuery',
    'ВЫБРАТЬ Т.А.Б, Т.Г Д, 1 ИЗ Справочник.Т КАК Т',
    'ВЫБРАТЬ Т.А.Б КАК Б, Т.Г КАК Д, 1 ИЗ Справочник.Т КАК Т',
  ],
  [
    'UnionAll',
    'ВЫБРАТЬ "а" КАК Вид, 1 КАК А ОБЪЕДИНИТЬ ВЫБРАТЬ "б", 2',
    'ВЫБРАТЬ "а" КАК Вид, 1 КАК А ОБЪЕДИНИТЬ ВЫБРАТЬ "б", 2',
  ],
  [
    'RefOveruse',
    'ВЫБРАТЬ Т.А КАК А ИЗ Справочник.Т КАК Т ГДЕ Т.Ссылка.Ссылка = &А',
    'ВЫБРАТЬ Т.А КАК А ИЗ Справочник.Т КАК Т ГДЕ Т.Ссылка = &А',
  ],
])('%s repairs %j', (key, query, expected) => {
  const source = moduleWith(query);
  expect(applyFixes(source, run(source, [key]).findings).source).toBe(moduleWith(expected));
});

it('writes the rewritten query into the module as the optimizer gives it', () => {
  const query =
    'ВЫБРАТЬ\n\tТ.А КАК А\nИЗ\n\tСправочник.Т КАК Т\nГДЕ\n\t(Т.А = "а" ИЛИ Т.А = "б" ИЛИ Т.А = 5 ИЛИ "г" = Т.А)';
  const source = moduleWith(query);
  const repaired = applyFixes(source, run(source, ['LogicalOrInTheWhereSectionOfQuery']).findings).source;
  const [found] = extractQueries([{ text: repaired.slice(4, -1), offset: 4, line: 0, column: 4 }]);
  expect(equalQueries(parseQuery(found?.text ?? ''), parseQuery(optimizeQuery(query).text))).toBe(true);
});

const missing = (query: string) => {
  const project: Project = {
    commonModule: () => undefined,
    ownerOf: () => undefined,
    findingsAt: () => [],
    hasObject: (name) => name.toLowerCase() === 'справочник.есть',
    hasUniqueCodes: () => undefined,
    compatibility: undefined,
    languages: ['ru'],
    useModality: false,
    useSynchronousCalls: false,
  };
  return run(moduleWith(query), ['QueryToMissingMetadata'], project).findings.map(
    ({ range, message }) => `${range.start.character}-${range.end.character} ${message.en}`,
  );
};

it('tells objects that the configuration does not have, wherever a query names them', () => {
  expect(missing('ВЫБРАТЬ Т.А КАК А ИЗ Справочник.Есть КАК Т')).toEqual([]);
  expect(
    missing(
      'ВЫБРАТЬ ВЫРАЗИТЬ(Т.А КАК Документ.Нет) КАК А ИЗ Справочник.Нет.Товары КАК Т, РегистрСведений.Нет.СрезПервых(, А) КАК С ГДЕ Т.А ССЫЛКА Справочник.Есть',
    ),
  ).toEqual([
    '30-42 The configuration has no object "Документ.Нет": correct the name in the query',
    '53-67 The configuration has no object "Справочник.Нет": correct the name in the query',
    '82-101 The configuration has no object "РегистрСведений.Нет": correct the name in the query',
  ]);
});

it('is silent about objects when no configuration is known', () => {
  const source = moduleWith('ВЫБРАТЬ Т.А КАК А ИЗ Справочник.Нет КАК Т');
  expect(run(source, ['QueryToMissingMetadata']).findings).toEqual([]);
});

it('breaks down on no text', () => {
  const words = [...new Set(sampleQueries.join(' ').split(/(?<=\W)|(?=\W)/u))];
  const text = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(''));
  const rules = queriesRules.map((rule) => ({ rule, parameters: {} }));
  fc.assert(
    fc.property(fc.constantFrom(...sampleQueries), text, fc.nat(), (query, odd, at) => {
      const place = at % (query.length + 1);
      const source = moduleWith(query.slice(0, place) + odd + query.slice(place));
      const { faults, findings } = diagnose(source, { rules, path: 'Module.bsl', moduleType: 'UNKNOWN' });
      expect(faults).toEqual([]);
      for (const { range } of findings) expect(range.start.line).toBeLessThanOrEqual(range.end.line);
    }),
  );
});

it('offers fixes that leave a query that parses', () => {
  const rules = queriesRules.map((rule) => ({ rule, parameters: {} }));
  for (const query of sampleQueries) {
    const source = moduleWith(query);
    const { findings } = diagnose(source, { rules, path: 'Module.bsl', moduleType: 'UNKNOWN' });
    for (const finding of findings.filter(({ fix }) => fix !== undefined)) {
      const after = applyFixes(source, [finding]).source;
      const [found] = extractQueries([{ text: after.slice(4, -1), offset: 4, line: 0, column: 4 }]);
      expect(parseQuery(found?.text ?? '').errors).toEqual([]);
    }
  }
});

it('copies the strings of a query into its rewrite as they are written', () => {
  const value = fc.string({ unit: fc.constantFrom('"', '"', ' ', 'а', 'b', '1'), minLength: 1 });
  const key = 'LogicalOrInTheWhereSectionOfQuery';
  fc.assert(
    fc.property(fc.uniqueArray(value, { minLength: 2, maxLength: 4 }), (values) => {
      const written = values.map((each) => `"${each.replaceAll('"', '""')}"`);
      const where = written.map((each) => `Т.А = ${each}`).join(' ИЛИ ');
      const source = moduleWith(`ВЫБРАТЬ ПЕРВЫЕ 1 Т.А КАК А ИЗ Справочник.Т КАК Т ГДЕ (${where})`);
      const repaired = applyFixes(source, run(source, [key]).findings).source;
      expect(repaired).toBe(
        moduleWith(`ВЫБРАТЬ ПЕРВЫЕ 1 Т.А КАК А ИЗ Справочник.Т КАК Т ГДЕ (Т.А В (${written.join(', ')}))`),
      );
    }),
  );
});
