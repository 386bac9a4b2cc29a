import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalQueries, formatQuery, lex, parseQuery } from '../index.ts';
import { goodQueries } from '../query.fixture.ts';

const notes = ['', ' ', '\n', ' // примечание\n', '\n// отдельно\n', '\t', ' {ГДЕ А.* КАК А} ', '\n\n'];

describe('formatQuery', () => {
  it('lays a query out by the standard', () => {
    const text =
      'выбрать первые 5 т.а как а, сумма(т.б) из справочник.в как т левое соединение вт по т.а=вт.а и т.б = 1 где т.а=&п или т.б в (1,2) сгруппировать по т.а; уничтожить вт';
    expect(formatQuery(parseQuery(text))).toBe(`ВЫБРАТЬ ПЕРВЫЕ 5
	т.а КАК а,
	СУММА(т.б)
ИЗ
	справочник.в КАК т
		ЛЕВОЕ СОЕДИНЕНИЕ вт
		ПО т.а = вт.а
			И т.б = 1
ГДЕ
	т.а = &п
	ИЛИ т.б В (1, 2)

СГРУППИРОВАТЬ ПО
	т.а
;

////////////////////////////////////////////////////////////////////////////////
УНИЧТОЖИТЬ вт
`);
  });

  it('means the same, loses no note and is stable, whatever the spaces and notes were', () => {
    const respaced = fc.tuple(
      fc.constantFrom(...goodQueries),
      fc.array(fc.constantFrom(...notes), { minLength: 1, maxLength: 20 }),
    );
    fc.assert(
      fc.property(respaced, ([text, between]) => {
        const { tokens } = lex(text);
        const mixed = tokens
          .map(
            ({ start, end }, index) => `${text.slice(start, end)} ${between[index % between.length] ?? ''}`,
          )
          .join('');
        const before = parseQuery(mixed);
        expect(before.errors).toEqual([]);
        const printed = formatQuery(before);
        const after = parseQuery(printed);
        expect(after.errors).toEqual([]);
        expect(equalQueries(before, after)).toBe(true);
        const count = (kind: string, ast: typeof before) =>
          ast.trivia.filter((note) => note.kind === kind && !/^\/{80}/u.test(ast.text.slice(note.start)))
            .length;
        expect(count('comment', after)).toBe(count('comment', before));
        expect(count('braces', after)).toBe(count('braces', before));
        expect(formatQuery(after)).toBe(printed);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a text with errors or with marks of a template as it is', () => {
    for (const text of ['ВЫБРАТЬ а ИЗ', 'выбрать  [Поле] как А'])
      expect(formatQuery(parseQuery(text))).toBe(text);
  });
});
