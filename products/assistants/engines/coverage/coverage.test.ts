import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseModule } from '#products/assistants/engines/bsl';
import {
  type Coverage,
  CoverageFormatError,
  changedLines,
  checkGate,
  completeCoverage,
  coverableLines,
  mergeCoverage,
  readGenericCoverage,
  readLcov,
  reportCoverage,
  untouchedExports,
  writeGenericCoverage,
  writeLcov,
} from './index.ts';
import { measuredLines, measuredModule } from './measured.fixture.ts';

describe('lines that can be run', () => {
  it('are counted by their own marks in a module of every construct', () => {
    expect(coverableLines(parseModule(measuredModule))).toEqual(measuredLines);
  });

  it.each([
    ['А =\n Б(\n  В(),\n  Строка(Г));', [1, 2, 3]],
    ['А = Б\n .В()\n .Г(\n  Д.Е(),\n  Ж());', [1, 4, 5]],
    ['А\n .Б(\n  В())\n .Г();', [1, 3]],
    ['А = Строка(1)\n + Лев("а", 1);', [1]],
    ['Возврат', [1]],
    ['', []],
    ['Перем А;\n// ничего', []],
  ])('%j', (code, lines) => {
    expect(coverableLines(parseModule(code))).toEqual(lines);
  });
});

const coverages = fc
  .dictionary(
    fc.stringMatching(/^[\wа-яё <>&"'./-]{1,30}$/u),
    fc.dictionary(fc.integer({ min: 1, max: 500 }).map(String), fc.integer({ min: 0, max: 5 }), {
      maxKeys: 10,
    }),
    { maxKeys: 5 },
  )
  .map(
    (files): Coverage =>
      new Map(
        Object.entries(files).map(([path, lines]) => [
          path.trim() === '' ? 'x' : path.trim(),
          new Map(Object.entries(lines).map(([line, hits]) => [Number(line), hits])),
        ]),
      ),
  );

const sorted = (coverage: Coverage): unknown =>
  [...coverage].map(([path, lines]) => [path, [...lines].toSorted(([a], [b]) => a - b)]);

describe('reports', () => {
  it('lcov comes back as it was written', () => {
    fc.assert(
      fc.property(coverages, (coverage) => {
        if (coverage.size > 0) expect(sorted(readLcov(writeLcov(coverage)))).toEqual(sorted(coverage));
      }),
    );
  });

  it('the generic format comes back with covered lines run once', () => {
    fc.assert(
      fc.property(coverages, (coverage) => {
        const once = new Map(
          [...coverage].map(([path, lines]) => [
            path,
            new Map([...lines].map(([line, hits]) => [line, Math.min(1, hits)])),
          ]),
        );
        expect(sorted(readGenericCoverage(writeGenericCoverage(coverage)))).toEqual(sorted(once));
      }),
    );
  });

  it.each([
    '',
    '<a/>',
    '<coverage',
    '<coverage><file/></coverage>',
    '<coverage><file path="a"><lineToCover lineNumber="0"/></file></coverage>',
    '<!DOCTYPE coverage [<!ENTITY a "b">]><coverage/>',
  ])('%j is no generic coverage', (xml) => {
    expect(() => readGenericCoverage(xml)).toThrow(CoverageFormatError);
  });

  it.each(['', 'DA:1,1', 'SF:a\nDA:x,1', 'SF:a\nDA:0,1'])('%j is no lcov', (text) => {
    expect(() => readLcov(text)).toThrow(CoverageFormatError);
  });

  it('runs of a line add up', () => {
    const one: Coverage = new Map([
      [
        'a',
        new Map([
          [1, 1],
          [2, 0],
        ]),
      ],
    ]);
    expect(sorted(mergeCoverage([one, one]))).toEqual([
      [
        'a',
        [
          [1, 2],
          [2, 0],
        ],
      ],
    ]);
  });
});

const diff = `diff --git a/М.bsl b/М.bsl
--- a/М.bsl
+++ b/М.bsl
@@ -1,3 +1,4 @@
 Процедура А()
+	Б();
+	В();
-	Г();
 КонецПроцедуры
--- a/gone.bsl
+++ /dev/null
@@ -1 +0,0 @@
-А();
`;

describe('shares', () => {
  const source =
    'Процедура А() Экспорт\n\tБ();\n\tВ();\nКонецПроцедуры\nПроцедура Г() Экспорт\n\tД();\nКонецПроцедуры';
  const tree = parseModule(source);
  const measured: Coverage = new Map([
    [
      'М.bsl',
      new Map([
        [2, 1],
        [4, 1],
        [99, 1],
      ]),
    ],
  ]);
  const coverage = completeCoverage(
    measured,
    new Map([
      ['М.bsl', coverableLines(tree)],
      ['Н.bsl', [1]],
    ]),
  );

  it('are of the lines that can be run', () => {
    const report = reportCoverage({
      coverage,
      groupsOf: (path) => [path === 'М.bsl' ? 'Продажи' : 'Прочее'],
    });
    expect(report.total).toEqual({ covered: 2, coverable: 6, percent: (2 / 6) * 100 });
    expect(report.files.map(({ path, uncovered }) => [path, uncovered])).toEqual([
      ['Н.bsl', [1]],
      ['М.bsl', [3, 6, 7]],
    ]);
    expect(report.groups.map(({ name, percent }) => [name, percent])).toEqual([
      ['Прочее', 0],
      ['Продажи', 40],
    ]);
    expect(report.changed).toBeUndefined();
  });

  it('of a change are of the lines it touches', () => {
    expect([...changedLines(diff)].map(([path, lines]) => [path, [...lines]])).toEqual([['М.bsl', [2, 3]]]);
    const report = reportCoverage({ coverage, changed: changedLines(diff) });
    expect(report.changed).toMatchObject({ covered: 1, coverable: 2 });
    expect(report.changedUncovered).toEqual([{ path: 'М.bsl', line: 3 }]);
    expect(checkGate(report, { total: 30, changed: 60, file: 40 })).toEqual([
      { what: 'changed', percent: 50, least: 60 },
      { what: 'file', path: 'Н.bsl', percent: 0, least: 40 },
    ]);
    expect(checkGate(report, { total: 33, changed: 50 })).toEqual([]);
  });

  it('name the exported methods no test touched', () => {
    expect(untouchedExports(tree, coverage.get('М.bsl') ?? new Map()).map(({ name }) => name)).toEqual(['Г']);
  });
});
