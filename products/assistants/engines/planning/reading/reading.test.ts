import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../fault.ts';
import { link, planOf, points, sixDays, task } from '../plan.fixture.ts';
import type { Plan } from '../plan.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { readPlanCsv } from './csv.ts';
import { parseTable } from './csv-table.ts';
import { readPlanJson } from './json.ts';
import { readMspdi } from './mspdi-read.ts';
import { writeMspdi } from './mspdi-write.ts';
import { parsePredecessor, splitPredecessors } from './predecessors.ts';

function read(result: Result<Plan>): Plan {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

describe('predecessors', () => {
  it.each([
    ['3', { from: '3', type: 'FS', lag: 0, lagUnit: 'days' }],
    ['3FS+2d', { from: '3', type: 'FS', lag: 2, lagUnit: 'days' }],
    ['12SS-4h', { from: '12', type: 'SS', lag: -4, lagUnit: 'hours' }],
    ['7 ОН + 2,5 дн', { from: '7', type: 'FS', lag: 2.5, lagUnit: 'days' }],
    ['7оо-1ч', { from: '7', type: 'FF', lag: -1, lagUnit: 'hours' }],
    ['4FS+3ed', { from: '4', type: 'FS', lag: 3, lagUnit: 'days', elapsed: true }],
    ['4НО+1пд', { from: '4', type: 'SF', lag: 1, lagUnit: 'days', elapsed: true }],
    ['4FS+1w', { from: '4', type: 'FS', lag: 5, lagUnit: 'days' }],
    ['4FS+30m', { from: '4', type: 'FS', lag: 0.5, lagUnit: 'hours' }],
    ['design', { from: 'design', type: 'FS', lag: 0, lagUnit: 'days' }],
  ])('%s', (text, wanted) => expect(parsePredecessor(text)).toEqual(wanted));

  it.each(['', 'FS', '3FS+2x', `${'9'.repeat(300)}`])('refuses %j', (text) => {
    expect(parsePredecessor(text)).toBeUndefined();
  });

  it('are split by semicolons and commas, not by decimal commas', () => {
    expect(splitPredecessors('3FS+2,5d;4, 5;')).toEqual(['3FS+2,5d', '4', '5']);
  });
});

describe('JSON', () => {
  it('reads everything a plan has', () => {
    const plan = read(
      readPlanJson(
        `\uFEFF${JSON.stringify({
          name: 'P',
          start: '2026-03-02',
          hours_per_day: 8,
          calendar: 'c',
          calendars: [
            {
              id: 'c',
              week: [['09:00-13:00', '14:00-18:00'], ['9:00–17:00'], [], [], [], [], []],
              exceptions: [
                { from: '2026-03-09' },
                { from: '2026-05-01', to: '2026-05-03', hours: ['10:00-12:00'], name: 'x' },
              ],
            },
          ],
          resources: [{ id: 'r', name: 'R', rate: 100, calendar: 'c' }],
          tasks: [
            { id: 'a', duration: { optimistic: 1, likely: 2, pessimistic: 3 }, distribution: 'triangular' },
            {
              id: 'b',
              duration: 4,
              unit: 'hours',
              predecessors: ['aSS+1d', { from: 'a', type: 'FF', lag: -1, lag_unit: 'hours', elapsed: true }],
              assignments: [{ resource: 'r' }],
              percent_complete: 50,
              must_finish_by: '2026-04-01',
              start_no_earlier_than: '2026-03-03',
              fixed_cost: 5,
              group: 'G',
            },
          ],
          risks: [{ id: 'k', probability: 0.5, impact: 2, cost: 10, tasks: ['a'] }],
        })}`,
      ),
    );
    expect(plan.calendars[0]?.week[1]).toEqual([{ from: 540, to: 1_020 }]);
    expect(plan.calendars[0]?.exceptions[0]).toEqual({ from: '2026-03-09', to: '2026-03-09', hours: [] });
    expect(plan.tasks[1]).toEqual({
      id: 'b',
      name: 'b',
      duration: points(4),
      unit: 'hours',
      links: [
        { from: 'a', type: 'SS', lag: 1, lagUnit: 'days' },
        { from: 'a', type: 'FF', lag: -1, lagUnit: 'hours', elapsed: true },
      ],
      assignments: [{ resource: 'r', units: 1 }],
      progress: { percentComplete: 50, actualCost: 0 },
      mustFinishBy: '2026-04-01',
      startNoEarlierThan: '2026-03-03',
      fixedCost: 5,
      group: 'G',
    });
    expect(plan.risks[0]).toMatchObject({ name: 'k', unit: 'days', cost: points(10) });
    expect(schedulePlan(plan).ok).toBe(true);
  });

  it.each([
    ['{', 'planning.not_json'],
    ['null', 'planning.bad_form'],
    ['{"start":"2026-03-02","tasks":[{"id":"a","extra":1}]}', 'planning.bad_form'],
    ['{"start":"2026-03-02","tasks":[{"id":"a","predecessors":["3FS+2x"]}]}', 'planning.bad_predecessor'],
    [
      '{"start":"2026-03-02","tasks":[],"calendars":[{"id":"c","week":[["x"],[],[],[],[],[],[]]}]}',
      'planning.bad_hours',
    ],
    ['['.repeat(100_000), 'planning.not_json'],
  ])('refuses %.60s', (text, code) => {
    expect(readPlanJson(text)).toMatchObject({ ok: false, faults: [{ code }] });
  });
});

describe('CSV', () => {
  it('reads a table with Russian columns', () => {
    const table = [
      'Ид;Название;Длительность;Предшественники;Ресурсы;% завершения;Этап',
      '1;"Сбор; анализ ""как есть""";2 дн;;Анна;50%;А',
      '2;Настройка;16ч;1ОН+1д;Анна[50%]; ;А',
      '',
      '3;Пуск;0;"2;1ОО";;;',
    ].join('\r\n');
    const plan = read(readPlanCsv(table, '2026-03-02', 'P'));
    expect(plan.resources).toEqual([{ id: 'Анна', name: 'Анна', capacity: 1, rate: 0 }]);
    expect(plan.tasks.map(({ name }) => name)).toEqual(['Сбор; анализ "как есть"', 'Настройка', 'Пуск']);
    expect(plan.tasks[1]).toMatchObject({ unit: 'hours', assignments: [{ units: 0.5 }], group: 'А' });
    expect(plan.tasks[2]?.links).toMatchObject([{ from: '2' }, { from: '1', type: 'FF' }]);
    expect(schedulePlan(plan)).toMatchObject({ ok: true, value: { finish: '2026-03-06T18:00' } });
  });

  it('reads three points, dates and money', () => {
    const table =
      'id,name,optimistic,likely,pessimistic,fixed cost,deadline,actual cost\na,A,1,2,"2,5",10.5,2026-04-01,7';
    expect(read(readPlanCsv(table, '2026-03-02')).tasks[0]).toMatchObject({
      duration: points(1, 2, 2.5),
      unit: 'days',
      fixedCost: 10.5,
      mustFinishBy: '2026-04-01',
      progress: { actualCost: 7 },
    });
  });

  it.each([
    ['', 'planning.no_header'],
    ['x,y\n1,2', 'planning.no_header'],
    ['id,duration\n1,soon', 'planning.bad_cell'],
    ['id,predecessors\n1,FS', 'planning.bad_cell'],
    ['id,likely,pessimistic\n1,2d,3h', 'planning.bad_cell'],
  ])('refuses %j', (text, code) => {
    expect(readPlanCsv(text, '2026-03-02')).toMatchObject({ ok: false, faults: [{ code }] });
  });

  it('splits any cells that were quoted', () => {
    const cell = fc.string().filter((text) => text.trim() !== '' && !text.startsWith('\uFEFF'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
        const all = [['a', 'b', 'c'], ...rows];
        const text = all
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(';'))
          .join('\n');
        expect(parseTable(text)).toEqual(all);
      }),
    );
  });
});

const project = (inner: string): string =>
  `<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Name>P</Name><StartDate>2026-03-02T09:00:00</StartDate>${inner}</Project>`;

describe('MS Project XML', () => {
  const plan = planOf(
    [
      task('1', points(8, 16, 40), { name: 'A & <B>', group: 'Phase', fixedCost: 12.5 }),
      task('2', 8, {
        group: 'Phase',
        links: [link('1', 'SS', -4), { ...link('1', 'FF', 2), elapsed: true }],
        assignments: [{ resource: '1', units: 0.5 }],
        calendar: '2',
        startNoEarlierThan: '2026-03-04T09:00',
        mustFinishBy: '2026-03-20T18:00',
        progress: { percentComplete: 30, actualCost: 99.5 },
      }),
      task('3', 0, { links: [link('2', 'SF', 8)] }),
    ],
    {
      calendar: '2',
      calendars: [{ ...sixDays, id: '2', name: 'Six' }],
      resources: [{ id: '1', name: 'Anna', capacity: 2, rate: 1_500, calendar: '2' }],
    },
  );

  it('comes back as it was written', () => {
    const back = readMspdi(writeMspdi(plan));
    expect(back).toMatchObject({ ok: true, warnings: [] });
    expect(read(back)).toEqual({ ...plan, start: '2026-03-02T00:00' });
    expect(schedulePlan(read(back))).toEqual(schedulePlan(plan));
  });

  it('numbers ids that are none and keeps the schedule', () => {
    const named = planOf([task('a', 8), task('b', 8, { links: [link('a')] })]);
    expect(schedulePlan(read(readMspdi(writeMspdi(named))))).toMatchObject({
      value: { finish: '2026-03-03T18:00' },
    });
  });

  it('reads summaries, base calendars and old exceptions', () => {
    const times =
      '<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime></WorkingTimes>';
    const text = project(`<CalendarUID>1</CalendarUID><Calendars>
      <Calendar><UID>1</UID><Name>Base</Name><WeekDays>
        <WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>
        <WeekDay><DayType>2</DayType><DayWorking>1</DayWorking>${times}</WeekDay>
        <WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2026-03-09T00:00:00</FromDate><ToDate>2026-03-09T23:59:00</ToDate></TimePeriod></WeekDay>
      </WeekDays></Calendar>
      <Calendar><UID>2</UID><Name>Own</Name><BaseCalendarUID>1</BaseCalendarUID></Calendar></Calendars>
      <Tasks><Task><UID>0</UID><Summary>1</Summary></Task>
        <Task><UID>1</UID><Name>S1</Name><OutlineLevel>1</OutlineLevel><Summary>1</Summary></Task>
        <Task><UID>2</UID><Name>A</Name><OutlineLevel>2</OutlineLevel><Duration>PT8H0M0S</Duration></Task>
        <Task><UID>3</UID><Name>B</Name><OutlineLevel>2</OutlineLevel><Duration>PT4H30M0S</Duration></Task>
        <Task><UID>4</UID><Name>S2</Name><OutlineLevel>1</OutlineLevel><Summary>1</Summary>
          <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>4800</LinkLag><LagFormat>7</LagFormat></PredecessorLink></Task>
        <Task><UID>5</UID><Name>C</Name><OutlineLevel>2</OutlineLevel><Duration>PT1H0M0S</Duration><ConstraintType>5</ConstraintType></Task>
      </Tasks><Resources><Resource><UID>7</UID><Name>Sand</Name><Type>0</Type></Resource></Resources>`);
    const result = readMspdi(text);
    const [base, own] = read(result).calendars;
    expect(base?.week[0]).toEqual([{ from: 480, to: 1_440 }]);
    expect(base?.week[6]).toEqual([]);
    expect(own?.week).toEqual(base?.week);
    expect(own?.exceptions).toEqual([{ from: '2026-03-09', to: '2026-03-09', hours: [] }]);
    const tasks = read(result).tasks;
    expect(tasks.map(({ id, group }) => `${id} ${group}`)).toEqual(['2 S1', '3 S1', '5 S2']);
    expect(tasks[2]?.links).toEqual([link('2', 'FS', 8), link('3', 'FS', 8)]);
    expect(result.ok && result.warnings.map(({ code }) => code)).toEqual([
      'planning.not_labour',
      'planning.constraint_changed',
    ]);
  });

  it.each([
    ['<!DOCTYPE Project [<!ENTITY a "b">]><Project/>', 'planning.doctype'],
    ['<Other/>', 'planning.not_mspdi'],
    ['<Project>', 'planning.bad_xml'],
    ['<Project>&unknown;</Project>', 'planning.bad_xml'],
    ['', 'planning.bad_xml'],
    ['\u0000\u0001', 'planning.bad_xml'],
    ['<a>'.repeat(5_000), 'planning.too_large'],
  ])('refuses %.40s', (text, code) => {
    expect(readMspdi(text)).toMatchObject({ ok: false, faults: [{ code }] });
  });

  it('never throws, whatever is read', () => {
    const whole = writeMspdi(plan);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(40), fc.string(), (at, cut, put) => {
        const text = whole.slice(0, at) + put + whole.slice(at + cut);
        const result = readMspdi(text);
        if (result.ok) schedulePlan(result.value);
        expect(typeof readPlanCsv(text, '2026-03-02').ok).toBe('boolean');
        expect(typeof readPlanJson(put).ok).toBe('boolean');
      }),
    );
  });
});
