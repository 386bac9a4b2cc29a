import { describe, expect, it } from 'vitest';
import { fileOf, readDiff, readGantt, readTable } from './artifact.rules.ts';

describe('tables of answers', () => {
  it.each([
    [
      {
        columns: ['А', 'Б'],
        rows: [
          ['1', 2],
          [null, { в: 3 }],
        ],
      },
      {
        columns: ['А', 'Б'],
        rows: [
          ['1', '2'],
          ['', '{"в":3}'],
        ],
      },
    ],
    [
      { columns: ['А'], rows: [{ А: 1 }] },
      { columns: ['А'], rows: [['1']] },
    ],
    [
      [{ А: 1 }, { Б: true }],
      {
        columns: ['А', 'Б'],
        rows: [
          ['1', ''],
          ['', 'true'],
        ],
      },
    ],
    [{ columns: 1 }, null],
    [[], null],
  ])('%j', (value, table) => {
    expect(readTable(JSON.stringify(value))).toEqual(table);
  });

  it('are null where the content is no JSON', () => {
    expect(readTable('нет')).toBeNull();
    expect(readGantt('нет')).toBeNull();
  });

  it('become files that no spreadsheet runs', () => {
    const content = JSON.stringify({ columns: ['а;б'], rows: [['=1+1'], ['-5']] });
    expect(fileOf({ kind: 'table', title: 'Итог: 1/2', content })).toEqual({
      name: 'Итог 1 2.csv',
      content: '\uFEFF"а;б"\r\n\'=1+1\r\n-5',
    });
  });
});

describe('a chart', () => {
  it('places its rows between the first start and the last finish', () => {
    const rows = [
      { id: '1', name: 'А', start: '2026-01-01', finish: '2026-01-03', critical: true, milestone: false },
      { id: '2', name: 'Б', start: '2026-01-05', finish: '2026-01-05', critical: false, milestone: true },
      { id: '3', name: 'В', start: 'скоро', finish: '' },
    ];
    const bars = readGantt(JSON.stringify({ rows }));
    expect(bars?.map(({ from, width, milestone }) => [from, width, milestone])).toEqual([
      [0, 0.5, false],
      [1, 0, true],
    ]);
  });
});

it('a diff is read by its signs', () => {
  expect(readDiff('--- a\n+++ b\n@@ -1,2 +1,2 @@\n А\n-Б\n+В\n')).toEqual([
    { kind: 'place', text: '@@ -1,2 +1,2 @@' },
    { kind: 'same', text: 'А' },
    { kind: 'removed', text: 'Б' },
    { kind: 'added', text: 'В' },
  ]);
});
