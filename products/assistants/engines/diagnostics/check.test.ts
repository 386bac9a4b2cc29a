import { describe, expect, it } from 'vitest';
import { checkModule } from './check.ts';
import { defaultConfiguration } from './configuration.ts';
import { applyFixes } from './fixes.ts';
import { defineRule } from './rule.ts';
import { allRules } from './rules/index.ts';
import { diagnose } from './run.ts';

const everyName = defineRule({
  key: 'EveryAssignment',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  title: { ru: 'Присваивание', en: 'Assignment' },
  create: ({ tree, reportTokens }) => ({
    enter: {
      assignment(node) {
        const start = tree.tokens.start(node.equal);
        reportTokens(node.first, node.last, {
          fix: { title: { ru: '', en: '' }, edits: [{ start, end: start + 1, text: '==' }] },
        });
      },
    },
  }),
});

const broken = defineRule({
  key: 'Broken',
  type: 'error',
  severity: 'blocker',
  minutes: 1,
  title: { ru: 'Сломано', en: 'Broken' },
  create: () => ({
    enter: {
      assignment() {
        throw new Error('planted');
      },
    },
  }),
});

function lines(source: string, isOnly = false): readonly number[] {
  const { findings } = checkModule({
    source,
    path: 'a.bsl',
    moduleType: 'UNKNOWN',
    rules: [everyName],
    configuration: defaultConfiguration,
    only: isOnly ? [{ rule: everyName, parameters: {} }] : undefined,
  });
  return findings.map(({ range }) => range.start.line);
}

describe('comments that switch rules off', () => {
  it.each([
    ['А = 1;\n// BSLLS-off\nБ = 2;\n// BSLLS-on\nВ = 3;', [0, 4]],
    ['А = 1;\n// BSLLS-выкл\nБ = 2;\nВ = 3;', [0]],
    ['// BSLLS:EveryAssignment-off\nА = 1;\n// BSLLS:EveryAssignment-вкл\nБ = 1;', [3]],
    ['// BSLLS:Other-off\nА = 1;', [1]],
    ['А = 1; // BSLLS:EveryAssignment-off\nБ = 1;', [1]],
    ['А = 1; // bslls-OFF пояснение\nБ = 1;', [1]],
    ['// BSLLS-on\nА = 1;', [1]],
  ])('%j', (source, expected) => {
    expect(lines(source)).toEqual(expected);
  });

  it('are not heard when a rule is run by name', () => {
    expect(lines('// BSLLS-off\nА = 1;', true)).toEqual([1]);
  });

  it('are not needed for the code of others in an extension', () => {
    const source = `&ИзменениеИКонтроль("М")
Процедура Р_М()
	А = 1;
	#Вставка
	Б = 2;
	#КонецВставки
	В = 3;
КонецПроцедуры
Г = 4;`;
    expect(lines(source)).toEqual([4, 8]);
  });
});

it('tells of a rule that breaks down and keeps what the others found', () => {
  const { findings, faults } = checkModule({
    source: 'А = 1;',
    path: 'a.bsl',
    moduleType: 'UNKNOWN',
    rules: [broken, everyName],
    configuration: defaultConfiguration,
  });
  expect(faults).toEqual([{ key: 'Broken', reason: 'planted' }]);
  expect(findings.map(({ key }) => key)).toEqual(['EveryAssignment']);
});

it('applies fixes that do not overlap', () => {
  const source = 'А = 1;\nБ = 2;';
  const { findings } = checkModule({
    source,
    path: 'a.bsl',
    moduleType: 'UNKNOWN',
    rules: [everyName],
    configuration: defaultConfiguration,
  });
  expect(applyFixes(source, [...findings, ...findings])).toEqual({ source: 'А == 1;\nБ == 2;', count: 2 });
});

it('keeps a bounded number of findings of one rule, and says how many it left out', () => {
  const source = `А = ${'1+'.repeat(30_000)}1;`;
  const rules = allRules.filter(({ key }) => key === 'MissingSpace');
  const { findings, faults } = diagnose(source, {
    rules: rules.map((rule) => ({ rule, parameters: {} })),
    path: 'Module.bsl',
    moduleType: 'UNKNOWN',
  });
  expect(findings).toHaveLength(20_000);
  expect(faults).toEqual([
    { key: 'MissingSpace', reason: '10000 more findings than the 20000 that are kept' },
  ]);
});

describe('a construct that was left before its first token', () => {
  it.each(['Процедура Б()\n\tFor', 'Процедура Б()\n\tДля Н = 1 По 2 Цикл\n\tКонецЦикла;\n\tДля'])(
    'is told where it begins: %j',
    (source) => {
      const rules = allRules.map((rule) => ({ rule, parameters: {} }));
      const { findings } = diagnose(source, { rules, path: 'a.bsl', moduleType: 'UNKNOWN' });
      for (const { range } of findings) {
        const { start, end } = range;
        expect(start.line < end.line || (start.line === end.line && start.character <= end.character)).toBe(
          true,
        );
      }
      expect(findings.length).toBeGreaterThan(0);
    },
  );
});
