import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { extensionExport, tradeExport } from '../exports.fixture.ts';
import { readMethods } from './read-methods.rules.ts';
import { readProject } from './read-project.ts';

describe('methods of a module', () => {
  it('come with signature, comment and lines', () => {
    const { lines, methods } = readMethods(
      'Перем А;\n\n// Ищет.\n//   Где - Строка\n&НаСервере\nФункция Искать(Где,\n\tЗнач Что = 1) Экспорт\n\tВозврат 1;\nКонецФункции\nПроцедура Б()\nКонецПроцедуры',
    );
    expect(lines).toBe(11);
    expect(methods).toMatchObject([
      {
        name: 'Искать',
        signature: 'Функция Искать(Где, Знач Что = 1) Экспорт',
        description: 'Ищет.\n  Где - Строка',
        exported: true,
        commentLine: 3,
        firstLine: 5,
        lastLine: 9,
      },
      {
        name: 'Б',
        signature: 'Процедура Б()',
        description: '',
        exported: false,
        firstLine: 10,
        lastLine: 11,
      },
    ]);
  });

  it('of any text lie inside it', () => {
    const word = fc.constantFrom(
      'Процедура',
      'Функция',
      'А',
      '(',
      ')',
      '\n',
      '// к',
      'КонецПроцедуры',
      'Экспорт',
      '&НаКлиенте',
      '"',
      '#Если',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        const { lines, methods } = readMethods(text);
        for (const { firstLine, lastLine, commentLine, text: own } of methods) {
          expect(commentLine).toBeGreaterThanOrEqual(1);
          expect(commentLine).toBeLessThanOrEqual(firstLine);
          expect(firstLine).toBeLessThanOrEqual(lastLine);
          expect(lastLine).toBeLessThanOrEqual(lines);
          expect(text).toContain(own);
        }
      }),
    );
  });
});

describe('a project', () => {
  const archive = (name: string, bytes: Uint8Array) => ({ name, kind: 'archive', bytes }) as const;

  it('is its configuration with extensions and modules over it', () => {
    const path = 'CommonModules/ОтгрузкаСервер/Ext/Module.bsl';
    const shares: number[] = [];
    const result = readProject(
      {
        name: 'Проба',
        files: [
          archive('trade.zip', tradeExport),
          archive('Доработки.zip', extensionExport),
          { name: path, kind: 'module', bytes: strToU8('Процедура Новая()\nКонецПроцедуры') },
        ],
      },
      (share) => shares.push(share),
    );
    if (!result.ok) throw new Error(result.fault.en);
    const { summary, modules, methods } = result.project;
    expect(summary.extensions.map(({ name }) => name)).toEqual(['Доработки']);
    expect(modules.map((module) => module.path)).toContain(path);
    expect(methods.map(({ name, owner }) => [name, owner])).toEqual([
      ['Новая', 'CommonModule.ОтгрузкаСервер'],
      ['НайтиПоИНН', 'Catalog.Партнеры'],
    ]);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('of single modules alone lies in an empty configuration', () => {
    const files = [
      {
        name: 'CommonModules/А/Ext/Module.bsl',
        kind: 'module',
        bytes: strToU8('Процедура Б()\nКонецПроцедуры'),
      },
    ] as const;
    const result = readProject({ name: 'Проба <&>', files });
    expect(result.ok && result.project.methods.map(({ name }) => name)).toEqual(['Б']);
  });

  it('says which file it refuses', () => {
    const result = readProject({
      name: 'Проба',
      files: [archive('trade.zip', tradeExport), archive('плохой.zip', strToU8('нет'))],
    });
    expect(result).toMatchObject({
      ok: false,
      file: 'плохой.zip',
      fault: { ru: expect.stringContaining('zip') },
    });
  });

  it('skips what is no text', () => {
    const files = [
      { name: 'CommonModules/А/Ext/Module.bsl', kind: 'module', bytes: new Uint8Array([255, 254, 0, 1]) },
    ] as const;
    const result = readProject({ name: 'Проба', files });
    expect(result.ok && result.project.modules).toEqual([]);
  });
});
