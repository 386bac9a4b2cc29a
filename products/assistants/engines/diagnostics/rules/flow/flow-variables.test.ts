import { describe, expect, it } from 'vitest';
import type { Project } from '../../rule.ts';
import { diagnose } from '../../run.ts';
import { expectMarked } from './marked.fixture.ts';
import { thisObjectAssign } from './small-checks.ts';
import { commonModuleAssign, rewriteMethodParameter, unusedLocalVariable } from './variables.ts';

describe('UnusedLocalVariable', () => {
  it.each([
    ['declared and written only', 'Процедура П()\nПерем ⟦А⟧, Б, ⟦В⟧;\nБ = 1; В = Б; В = 2;\nКонецПроцедуры'],
    ['never declared', 'Процедура П()\n⟦А⟧ = 1; Б = 1; Ф(б); А = 3;\nКонецПроцедуры'],
    [
      'loops declare and write',
      'Для ⟦Сч⟧ = 1 По 2 Цикл КонецЦикла; Для Каждого Стр Из Т Цикл Ф(Стр); КонецЦикла;',
    ],
    [
      'an access is a use',
      'Процедура П()\nА = 1; А.Поле = 2; Б = 1; Б[0] = 1; В = 1; В.М(); ⟦Г⟧ = 1; Г();\nКонецПроцедуры',
    ],
    ['of the module', 'Перем ⟦А⟧, Б Экспорт, В;\nПроцедура П()\nА = 1; Ф(В);\nКонецПроцедуры'],
    ['the body is known to methods', 'Процедура П()\nФ(А); ⟦Б⟧ = 1;\nКонецПроцедуры\nА = 1; Б = 2; Ф(Б);'],
    ['parameters are left to another rule', 'Процедура П(А)\nА = 1;\nКонецПроцедуры'],
    ['a name after a dot is another one', 'Процедура П()\n⟦А⟧ = 1; Х.А = 2; Ф(Х.А);\nКонецПроцедуры'],
  ])('%s', (_, marked) => expectMarked(unusedLocalVariable, marked));
});

describe('RewriteMethodParameter', () => {
  const method = (body: string): string => `Процедура П(Знач А, Б)\n${body}\nКонецПроцедуры`;
  it.each([
    ['written first', method('⟦А⟧ = 1; Ф(А); Б = 2;')],
    ['read first', method('Ф(А); А = 1;')],
    ['made of itself', method('А = А + 1; А = 2;')],
    ['assigned to itself, then written', method('А = А; А = Ф(-А); ⟦А⟧ = 2;')],
    ['only assigned to itself', method('А = А;')],
    ['a loop writes too', method('Для ⟦А⟧ = 1 По 2 Цикл КонецЦикла;')],
    ['in a branch', method('Если Б Тогда ⟦а⟧ = 1; КонецЕсли;')],
    ['an access is a use', method('А.Поле = 1; А = 2;')],
    ['a member of itself', method('А = А.Поле; А = 2;')],
  ])('%s', (_, marked) => expectMarked(rewriteMethodParameter, marked));
});

describe('CommonModuleAssign', () => {
  const project: Project = {
    commonModule: (name) =>
      name.toLowerCase() === 'общегоназначения'
        ? {
            name: 'ОбщегоНазначения',
            path: undefined,
            server: true,
            client: false,
            serverCall: false,
            global: false,
            privileged: false,
            externalConnection: false,
            cached: false,
            exports: undefined,
          }
        : undefined,
    ownerOf: () => undefined,
    findingsAt: () => [],
    hasObject: () => false,
    hasUniqueCodes: () => undefined,
    compatibility: undefined,
    languages: [],
    useModality: false,
    useSynchronousCalls: false,
  };
  const source =
    'Процедура П()\nОбщегоНазначения = 1; общегоназначения = 2; Другое = 3; ОбщегоНазначения.А = 1;\nКонецПроцедуры\nПроцедура Р(ОбщегоНазначения)\nОбщегоНазначения = 1;\nКонецПроцедуры\nПроцедура С()\nДля ОбщегоНазначения = 1 По 2 Цикл КонецЦикла;\nКонецПроцедуры';
  const told = (given: Project | undefined): readonly string[] =>
    diagnose(source, {
      rules: [{ rule: commonModuleAssign, parameters: {} }],
      path: '',
      moduleType: 'UNKNOWN',
      project: given,
    }).findings.map(({ range }) => `${range.start.line}:${range.start.character}`);
  it('tells of the assignment that makes the variable', () => expect(told(project)).toEqual(['1:0']));
  it('is silent without a configuration', () => expect(told(undefined)).toEqual([]));
  it('ThisObjectAssign is silent for configurations older than the property', () => {
    const toldFor = (compatibility: readonly number[]): number =>
      diagnose('ЭтотОбъект = 1;', {
        rules: [{ rule: thisObjectAssign, parameters: {} }],
        path: '',
        moduleType: 'CommonModule',
        project: { ...project, compatibility },
      }).findings.length;
    expect([toldFor([8, 2, 16]), toldFor([8, 3, 3]), toldFor([8, 3, 24])]).toEqual([0, 1, 1]);
  });
});
