import { expect, it } from 'vitest';
import { parseQuery } from '#products/assistants/engines/query';
import { explain } from '../index.ts';

it('tells a package in outline', () => {
  const told = explain(
    parseQuery(`ВЫБРАТЬ Т.Ссылка КАК Товар ПОМЕСТИТЬ ВТ ИЗ Справочник.Товары КАК Т ГДЕ Т.Группа = &Группа;
ВЫБРАТЬ ВТ.Товар, О.КоличествоОстаток КАК Остаток ИЗ ВТ КАК ВТ
ЛЕВОЕ СОЕДИНЕНИЕ РегистрНакопления.Товары.Остатки(&Дата, ) КАК О ПО ВТ.Товар = О.Товар УПОРЯДОЧИТЬ ПО Остаток УБЫВ;
УНИЧТОЖИТЬ ВТ`),
  );
  expect(told.reads).toEqual(['Справочник.Товары', 'РегистрНакопления.Товары.Остатки']);
  expect(told.temporaryTables).toEqual([{ name: 'ВТ', fields: ['Товар'] }]);
  expect(told.parameters).toEqual(['Группа', 'Дата']);
  expect(told.output.map(({ name }) => name)).toEqual(['Товар', 'Остаток']);
  expect(told.statements.map(({ kind, table }) => [kind, table])).toEqual([
    ['create', 'ВТ'],
    ['select', null],
    ['drop', 'ВТ'],
  ]);
  expect(told.statements[1]?.selects[0]?.tables[1]).toEqual({
    kind: 'virtual-table',
    name: 'РегистрНакопления.Товары.Остатки',
    alias: 'О',
    join: { type: 'left', condition: 'ВТ.Товар = О.Товар' },
    parameters: ['&Дата', null],
  });
  expect(told.statements[1]?.orderBy).toEqual(['Остаток УБЫВ']);
});
