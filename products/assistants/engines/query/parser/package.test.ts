import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childrenOf, nodesOf, parseQuery, walk } from '../index.ts';
import { brokenQueries, goodQueries } from '../query.fixture.ts';

describe('parsing', () => {
  it.each(goodQueries)('reads %s', (text) => {
    expect(parseQuery(text).errors).toEqual([]);
  });

  it.each(brokenQueries)('reports %s', (text, code) => {
    expect(parseQuery(text).errors.map((error) => error.code)).toContain(code);
  });

  it('gives every node a range inside its parent and a way up', () => {
    for (const text of [...goodQueries, ...brokenQueries.map(([broken]) => broken)]) {
      const ast = parseQuery(text);
      walk(ast, (node) => {
        for (const child of childrenOf(node)) {
          expect(child.parent).toBe(node);
          expect(child.start).toBeGreaterThanOrEqual(node.start);
          expect(child.end).toBeLessThanOrEqual(node.end);
        }
      });
    }
  });

  it('keeps exact ranges', () => {
    const text = 'ВЫБРАТЬ Т.Сумма + 1 КАК Итог ИЗ Документ.Чек КАК Т ГДЕ Т.Дата >= &Начало';
    const ast = parseQuery(text);
    const said = (kind: 'arithmetic' | 'table' | 'compare' | 'alias' | 'parameter') =>
      nodesOf(ast, kind).map((node) => text.slice(node.start, node.end));
    expect(said('arithmetic')).toEqual(['Т.Сумма + 1']);
    expect(said('table')).toEqual(['Документ.Чек']);
    expect(said('compare')).toEqual(['Т.Дата >= &Начало']);
    expect(said('alias')).toEqual(['КАК Итог', 'КАК Т']);
    expect(said('parameter')).toEqual(['&Начало']);
  });

  it('binds И stronger than ИЛИ, НЕ stronger than И', () => {
    const where = nodesOf(parseQuery('ВЫБРАТЬ 1 ИЗ Т ГДЕ А ИЛИ НЕ Б И Ю = 1'), 'select')[0]?.where;
    expect(where?.kind).toBe('or');
    if (where?.kind !== 'or') return;
    expect(where.operands.map((operand) => operand.kind)).toEqual(['column', 'and']);
  });

  it('tells errors inside statements from those between them', () => {
    const { errors, statements } = parseQuery('ВЫБРАТЬ 1; ВЫБРАТЬ 2 ИЗ; ВЫБРАТЬ 3');
    expect(statements).toHaveLength(3);
    expect(errors.map((error) => error.statement)).toEqual([1]);
  });

  it.each([
    ['ВЫБРАТЬ ', '('],
    ['ВЫБРАТЬ ', '-'],
    ['ВЫБРАТЬ ', 'НЕ '],
    ['ВЫБРАТЬ ', 'ВЫБОР КОГДА '],
    ['ВЫБРАТЬ 1 ИЗ ', '(ВЫБРАТЬ 1 ИЗ '],
    ['ВЫБРАТЬ 1 ИЗ ', '('],
    ['ВЫБРАТЬ 1 ИЗ ', 'А СОЕДИНЕНИЕ '],
    ['ВЫБРАТЬ ', 'А.('],
    ['', 'ВЫБРАТЬ '],
    ['', ')'],
    ['', '{'],
    ['ВЫБРАТЬ 1 ИЗ Т ГДЕ А В ', '(А В '],
    ['ВЫБРАТЬ 1', ' + 1'],
  ])('survives %s and 100 000 times %s', (head, piece) => {
    const ast = parseQuery(head + piece.repeat(100_000));
    let nodes = 0;
    walk(ast, () => {
      nodes += 1;
    });
    expect(nodes).toBeGreaterThan(0);
  });

  it('never throws and never leaves the text, whatever is given', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(...goodQueries.flatMap((text) => text.split(/(?<=[ ,.()])/u))),
        fc.constantFrom('"', '{', '}', '//', '\n', '%1', '#', '&', ';', 'ПО', 'КОНЕЦ', '(', ')'),
        fc.string(),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const { errors, tokens } = parseQuery(text);
        for (const { start, end } of [...errors, ...tokens]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 400 },
    );
  });
});
