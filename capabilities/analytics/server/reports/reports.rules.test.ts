import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { believable, checkFromBrowser, onceKeyOf } from '../events/tracking.rules.ts';
import { checkFunnel, detailAnchor, labelOf } from '../funnels.rules.ts';
import type { FunnelDefinition } from '../index.ts';
import { csvCell, csvOf } from './csv.rules.ts';
import { daysOf, rangeOf } from './range.rules.ts';
import { cohortsOf, weightedMedian } from './report.rules.ts';

const label = { ru: 'Шаг', en: 'Step' };
const funnel = (changes: Partial<FunnelDefinition> = {}): FunnelDefinition => ({
  name: 'f',
  label,
  steps: [
    { event: 'a.seen', label },
    { event: 'a.done', label },
  ],
  popularity: {},
  ...changes,
});

it('calls events by their step, by their own label, or not at all', () => {
  const bought = { ru: 'Купили', en: 'Bought' };
  const definitions = [funnel({ labels: { 'a.bought': bought } })];
  expect(['a.seen', 'a.bought', 'a.other'].map((event) => labelOf(definitions, event))).toEqual([
    label,
    bought,
    null,
  ]);
});

describe('CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+7', "'+7"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['\r=1', '"\'\r=1"'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['line\nline', '"line\nline"'],
    [-2, '-2'],
    [null, ''],
    [Number.NaN, ''],
    ['Квест', 'Квест'],
  ])('writes %j as %j', (value, written) => expect(csvCell(value, ',')).toBe(written));

  it('is read back cell by cell, and no cell begins like a formula', () => {
    const read = (text: string): string[][] => {
      const rows: string[][] = [[]];
      for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n)/g)) {
        rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
        if (match[3] === '\r\n') rows.push([]);
      }
      return rows.slice(0, -1);
    };
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
        (rows) => {
          const back = read(csvOf(rows, { separator: ';', bom: false }));
          const guarded = (cell: string): string => (/^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
          expect(back).toEqual(rows.map((row) => row.map(guarded)));
          for (const cell of back.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        },
      ),
    );
  });

  it('begins with a byte order mark when asked', () => {
    expect(csvOf([['a']], { separator: ',', bom: true })).toBe('\ufeffa\r\n');
  });
});

describe('ranges', () => {
  const now = new Date('2026-03-01T23:59:59Z');

  it('are the last 30 days unless said', () => {
    expect(rangeOf({}, now)).toEqual({ from: '2026-01-31', to: '2026-03-01' });
    expect(daysOf({ from: '2026-02-27', to: '2026-03-01' })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
  });

  it.each([
    [{ from: '2026-02-30' }, '/query/from'],
    [{ to: '2026-02-29' }, '/query/to'],
    [{ from: '2026-03-02', to: '2026-03-01' }, '/query/from'],
    [{ from: '2025-02-28', to: '2026-03-01' }, '/query/from'],
  ])('refuse %j', (asked, pointer) => {
    expect(() => rangeOf(asked, now)).toThrow(
      expect.objectContaining({
        code: 'analytics.range_invalid',
        details: { errors: [expect.objectContaining({ pointer })] },
      }),
    );
  });
});

describe('figures', () => {
  it('weigh daily medians by their values', () => {
    const day = (amount_count: number, amount_p50: number | null) => ({ amount_count, amount_p50 });
    expect(weightedMedian([day(1, 100), day(9, 5), day(0, null)])).toBe(5);
    expect(weightedMedian([])).toBeNull();
  });

  it('fill the weeks in which nobody came', () => {
    const cell = (weeks_later: number, persons: number) => ({
      first_week: '2026-05-04',
      weeks_later,
      persons,
    });
    expect(cohortsOf([cell(0, 4), cell(3, 1)]).items).toEqual([
      { week: '2026-05-04', persons: 4, returned: [4, 0, 0, 1] },
    ]);
  });
});

describe('definitions', () => {
  it.each([
    [{ steps: [] }, 'no steps'],
    [
      {
        steps: [
          { event: 'a.seen', label },
          { event: 'a.seen', label },
        ],
      },
      'twice',
    ],
    [{ detail: 'Nonsense' }, 'no event name'],
    [{ popularity: { 'a.seen': -1 } }, 'below 0'],
  ])('refuse %j', (changes, text) => expect(() => checkFunnel(funnel(changes))).toThrow(text));

  it('take the step before the detail as its anchor', () => {
    expect(detailAnchor(funnel())).toBe(0);
    expect(detailAnchor(funnel({ detail: 'a.done' }))).toBe(0);
    expect(() => checkFunnel(funnel())).not.toThrow();
  });
});

describe('tracking', () => {
  it('believes moments of the last day', () => {
    const now = new Date('2026-05-02T12:00:00Z');
    expect(believable(undefined, now)).toEqual(now);
    expect(believable('2026-05-02T11:00:00Z', now)).toEqual(new Date('2026-05-02T11:00:00Z'));
    expect(believable('2030-01-01T00:00:00Z', now)).toEqual(now);
    expect(believable('2000-01-01T00:00:00Z', now)).toEqual(new Date('2026-05-01T12:00:00Z'));
  });

  it('takes from browsers only what a funnel opens', () => {
    const open = [funnel({ fromBrowser: ['a.seen'] })];
    expect(() => checkFromBrowser(open, ['a.seen'])).not.toThrow();
    expect(() => checkFromBrowser(open, ['a.seen', 'a.done'])).toThrow(
      expect.objectContaining({ code: 'analytics.event_not_accepted' }),
    );
    expect(onceKeyOf('a', 'bc')).not.toBe(onceKeyOf('ab', 'c'));
  });
});
