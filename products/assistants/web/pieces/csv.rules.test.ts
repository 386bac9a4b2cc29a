import { expect, test } from 'vitest';
import { csvOf } from './csv.rules.ts';

test('a table is written as spreadsheets of the language read it', () => {
  const rows = [
    ['day', 'cost'],
    ['a;b', 1.5],
    ['say "yes"', null],
  ];
  expect(csvOf(rows, 'en')).toBe('\uFEFFday,cost\r\na;b,1.5\r\n"say ""yes""",\r\n');
  expect(csvOf(rows, 'ru')).toBe('\uFEFFday;cost\r\n"a;b";1,5\r\n"say ""yes""";\r\n');
});

test.each(['=1+1', '+7', '-2', '@x', '\t=1', '＝1'])('%s is no formula', (name) => {
  expect(csvOf([[name]], 'ru')).toBe(`\uFEFF'${name}\r\n`);
});
