import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQueries, lineMapOf, nodesOf, parseQuery } from '../index.ts';

const literal = (text: string, line = 0, column = 0) => ({ text, offset: 0, line, column });

describe('extractQueries', () => {
  it.each([
    '"ВЫБРАТЬ 1 КАК А"',
    '"select A from Catalog.B"',
    '"ВЫБРАТЬ\n\t|\tА\n\t|ИЗ\n\t|\tВТ"',
    '"УНИЧТОЖИТЬ ВТ_Товары"',
    '"ВЫБРАТЬ А " "ИЗ Б"',
    '";\n|ВЫБРАТЬ А ИЗ Б"',
  ])('finds %s', (text) => {
    expect(extractQueries([literal(text)])).toHaveLength(1);
  });

  it.each([
    '"ВЫБРАТЬ А"',
    '"Выбрать все документы"',
    '"Надо выбрать товар из списка"',
    '"ИЗ"',
    '""',
    '"// ВЫБРАТЬ 1 КАК А"',
  ])('passes %s by', (text) => {
    expect(extractQueries([literal(text)])).toEqual([]);
  });

  it('keeps every place of the module', () => {
    const source =
      '"ВЫБРАТЬ\n\t|\tТ.А КАК А, // первое\n\n// между\n\t|\t""да"" КАК Б\n\t|ИЗ Справочник.В КАК Т"';
    const [query] = extractQueries([literal(source, 7, 10)]);
    expect(query?.text).toHaveLength(source.length);
    const ast = parseQuery(query?.text ?? '');
    expect(ast.errors).toEqual([]);
    const [table] = nodesOf(ast, 'table');
    const [text] = nodesOf(ast, 'string');
    expect(text?.value).toBe('да');
    expect(query?.positionAt(0)).toEqual({ line: 7, column: 10 });
    expect(table === undefined ? null : query?.positionAt(table.start)).toEqual({ line: 12, column: 5 });
    expect(table?.start).toBe(source.indexOf('Справочник'));
    const padded = query?.padded() ?? '';
    expect(lineMapOf(padded).positionAt(padded.indexOf('Справочник'))).toEqual({ line: 12, column: 5 });
  });

  it('reads quotes of the query inside and outside of its strings', () => {
    const [query] = extractQueries([
      literal('"ВЫБРАТЬ """" КАК А, ""а """" б"" КАК Б, ""//"" КАК В // ""\n|ИЗ Т"'),
    ]);
    const ast = parseQuery(query?.text ?? '');
    expect(ast.errors).toEqual([]);
    expect(nodesOf(ast, 'string').map(({ value }) => value)).toEqual(['', 'а " б', '//']);
  });

  it('carries strings as they are written, and leaves all else in its place', () => {
    const value = fc.string({ unit: fc.constantFrom('"', '"', ' ', 'а', 'b', '//', '%') });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
        const fields = values.map((each, index) => `"${each.replaceAll('"', '""')}" КАК П${index}`);
        const source = `"${`ВЫБРАТЬ ${fields.join(', ')} ИЗ Справочник.В КАК Т`.replaceAll('"', '""')}"`;
        const [query] = extractQueries([literal(source)]);
        const ast = parseQuery(query?.text ?? '');
        expect(ast.text).toHaveLength(source.length);
        const strings = nodesOf(ast, 'string');
        expect(strings.map((each) => each.value)).toEqual(values);
        expect(nodesOf(ast, 'table').map(({ start }) => start)).toEqual([source.indexOf('Справочник')]);
        for (const { end } of strings) expect(source[end + (query?.closings.get(end) ?? 0) - 1]).toBe('"');
      }),
    );
  });

  it('keeps the places of the lines behind a string of several lines', () => {
    const source = '"ВЫБРАТЬ ""а """" б\n|в """" г"" КАК П ИЗ Справочник.В"';
    const [query] = extractQueries([literal(source)]);
    expect(query?.text.indexOf('Справочник')).toBe(source.indexOf('Справочник'));
    expect(query?.text.indexOf('\n')).toBe(source.indexOf('\n'));
  });
});
