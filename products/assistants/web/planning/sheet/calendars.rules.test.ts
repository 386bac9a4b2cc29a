import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fiveDayCalendar,
  type PlanFile,
  readPlanValue,
  roundTheClockCalendar,
} from '#products/assistants/engines/planning';
import {
  addCalendar,
  addExceptions,
  changeCalendar,
  officeWeek,
  removeCalendar,
  removeException,
  roundTheClockWeek,
  setDay,
  setException,
  setUsers,
  usersOf,
  withSpan,
} from './calendar-edit.rules.ts';
import { clockOf, clockText, tidyClock } from './clock.rules.ts';
import { documentOf, sheetOf } from './document.rules.ts';
import type { CalendarRow, Sheet } from './sheet.ts';

const day = ['09:00-13:00', '14:00-18:00'];
const plan: PlanFile = {
  start: '2026-03-02',
  calendar: 'office',
  calendars: [
    {
      id: 'office',
      name: 'Office',
      week: [day, day, day, day, ['9:00–17:00'], [], []],
      exceptions: [
        { from: '2026-03-09', name: 'Moved' },
        { from: '2026-05-01', to: '2026-05-03', hours: ['10:00-12:00'] },
      ],
    },
    { id: 'night', week: [['22:00-24:00'], [], [], [], [], [], []] },
  ],
  resources: [{ id: 'r1', name: 'Anna', calendar: 'night' }],
  tasks: [
    { id: '1', duration: 1, calendar: 'night', distribution: 'triangular', actual_cost: 5 },
    { id: '2', duration: 1 },
  ],
};
const sheet = sheetOf(plan, '.');
const meaning = (file: PlanFile) => {
  const read = readPlanValue(file);
  return read.ok ? read.value : read.faults;
};
const first = (of: Sheet): CalendarRow => {
  const [row] = of.calendars;
  if (row === undefined) throw new Error('There is no calendar.');
  return row;
};

describe('times', () => {
  it.each([
    ['9', 540],
    ['9:30', 570],
    ['09.30', 570],
    ['9,30', 570],
    ['0930', 570],
    ['930', 570],
    ['24:00', 1_440],
    ['0', 0],
  ])('%s', (text, minutes) => {
    expect(clockOf(text)).toBe(minutes);
  });

  it.each(['', '24:01', '9:60', '25', 'nine', '9:5', '-1'])('"%s" is none', (text) => {
    expect(clockOf(text)).toBeUndefined();
    expect(tidyClock(text)).toBe(text);
  });

  it('come back as they went', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_440 }), (at) => clockOf(clockText(at)) === at));
  });
});

describe('calendars of a plan', () => {
  it('mean the same when nothing was typed', () => {
    expect(documentOf(sheet).faults).toEqual([]);
    expect(meaning(documentOf(sheet).plan)).toEqual(meaning(plan));
  });

  it('a time nobody can read is told at its day, and is kept', () => {
    const typed = changeCalendar(sheet, first(sheet).key, (row) =>
      setException(setDay(row, 2, [{ from: '9:00', to: 'late' }]), 'exception-1', {
        from: '',
        spans: [{ from: '', to: '12:00' }],
      }),
    );
    expect(documentOf(typed).faults).toEqual([
      { at: '/calendars/0/week/2', code: 'time', text: 'late' },
      { at: '/calendars/0/exceptions/1', code: 'time', text: '' },
      { at: '/calendars/0/exceptions/1', code: 'date', text: '' },
    ]);
    expect(first(typed).week[2]).toEqual([{ from: '9:00', to: 'late' }]);
  });

  it('begin as the engine has them', () => {
    const made = [officeWeek, roundTheClockWeek].reduce(
      (before, week) => addCalendar(before, { name: 'New', week, exceptions: [] }),
      sheet,
    );
    const { calendars = [] } = documentOf(made).plan;
    expect(calendars.slice(2).map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(meaning(documentOf(made).plan)).toMatchObject({
      calendars: [{}, {}, { week: fiveDayCalendar().week }, { week: roundTheClockCalendar().week }],
    });
    expect(new Set(made.calendars.map(({ key }) => key)).size).toBe(4);
  });

  it('a copy has everything of its own', () => {
    const copied = addCalendar(sheet, { ...first(sheet), name: 'Copy' });
    const changed = changeCalendar(copied, 'calendar-2', (row) => removeException(row, 'exception-0'));
    expect(changed.calendars.map(({ exceptions }) => exceptions.length)).toEqual([2, 0, 1]);
  });

  it('know who works by them; one that goes is worked by no more', () => {
    expect(usersOf(sheet, 'night')).toEqual({ plan: false, resources: ['r1'], tasks: ['task-0'] });
    const moved = setUsers(sheet, 'night', { tasks: ['task-1'] });
    expect(moved.tasks.map(({ calendar }) => calendar)).toEqual(['', 'night']);
    expect(moved.resources[0]?.calendar).toBe('night');
    const left = documentOf(removeCalendar(sheet, 'calendar-1')).plan;
    expect(left).toMatchObject({ calendar: 'office', calendars: [{ id: 'office' }] });
    expect(JSON.stringify(left)).not.toContain('night');
    expect(removeCalendar(sheet, 'calendar-0').calendar).toBe('');
  });

  it('another span begins after the last, within the day', () => {
    expect(withSpan([])).toEqual([{ from: '09:00', to: '13:00' }]);
    expect(withSpan([{ from: '09:00', to: '13:00' }])[1]).toEqual({ from: '14:00', to: '18:00' });
    expect(withSpan([{ from: '09:00', to: '22:30' }])[1]).toEqual({ from: '23:00', to: '24:00' });
    const full = [{ from: '00:00', to: '24:00' }];
    expect(withSpan(full)).toBe(full);
  });

  it('exceptions are added below, where they hold', () => {
    const cells = { from: '2026-03-09', to: '', name: 'Worked', spans: [{ from: '09:00', to: '13:00' }] };
    const added = addExceptions(first(sheet), [cells]);
    expect(added.exceptions.at(-1)).toEqual({ ...cells, key: 'exception-2', origin: null });
  });
});

it('what no page knows stays in the document', () => {
  const strange = {
    ...plan,
    extra: { deep: [1] },
    calendars: [{ ...plan.calendars?.[0], colour: 'red', exceptions: [{ from: '2026-03-09', why: 'law' }] }],
    resources: [{ id: 'r1', team: 'core' }],
    tasks: [{ id: '1', duration: 1 / 3, notes: 'long' }],
    risks: [{ id: 'x', probability: 1 / 3, impact: 1, tasks: [], owner: 'Anna', response: 'avoid' }],
  } as unknown as PlanFile;
  expect(documentOf(sheetOf(strange, ',')).plan).toMatchObject({
    extra: { deep: [1] },
    calendars: [{ colour: 'red', exceptions: [{ why: 'law' }] }],
    resources: [{ team: 'core' }],
    tasks: [{ notes: 'long', duration: 1 / 3 }],
    risks: [{ owner: 'Anna', response: 'avoid', probability: 1 / 3 }],
  });
});
