import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlanFile, readPlanValue } from '#products/assistants/engines/planning';
import { numberOf, numberText, renamePredecessor } from './cells.rules.ts';
import { documentOf, sheetOf } from './document.rules.ts';
import {
  addTask,
  moveTask,
  pasteCells,
  removeResource,
  removeTask,
  setCell,
  setResource,
} from './edit.rules.ts';
import { faultsIn, placeFaults } from './faults.rules.ts';

const plan: PlanFile = {
  name: 'Launch',
  start: '2026-03-02',
  currency: 'RUB',
  hours_per_day: 8,
  resources: [
    { id: 'r1', name: 'Anna', capacity: 1, rate: 1_000 },
    { id: 'r2', name: 'Boris, the second', capacity: 2, rate: 0 },
  ],
  tasks: [
    { id: '1', name: 'One', duration: { optimistic: 1, likely: 2.5, pessimistic: 4 }, unit: 'days' },
    {
      id: '2',
      name: 'Two',
      duration: 3,
      unit: 'hours',
      distribution: 'lognormal',
      predecessors: [{ from: '1', type: 'SS', lag: -1.5, lag_unit: 'hours' }],
      assignments: [
        { resource: 'r1', units: 0.5 },
        { resource: 'r2', units: 1 },
      ],
      fixed_cost: 10,
      actual_cost: 5,
      percent_complete: 20,
    },
    { id: '3', name: 'Three', duration: 0, unit: 'days', predecessors: ['1', '2FS+2d'] },
  ],
  risks: [{ id: 'x', probability: 0.5, impact: 1, tasks: ['2'] }],
};
const cells = (place: number, sheet = sheetOf(plan, '.')) => sheet.tasks[place];
const meaning = (file: PlanFile) => {
  const read = readPlanValue(file);
  return read.ok ? read.value : read.faults;
};

describe('a plan as a table', () => {
  it.each(['.', ','] as const)('means the same plan when nothing was typed (%s)', (mark) => {
    const { plan: again, faults } = documentOf(sheetOf(plan, mark));
    expect(faults).toEqual([]);
    expect(meaning(again)).toEqual(meaning(plan));
  });

  it('writes links and people as people do', () => {
    expect(cells(1)).toMatchObject({ predecessors: '1SS-1.5h', resources: 'Anna[50%]; r2' });
    expect(cells(2)?.predecessors).toBe('1; 2FS+2d');
    expect(sheetOf(plan, ',').tasks[1]?.predecessors).toBe('1SS-1,5h');
  });

  it('links typed over are read by the engine as they were meant', () => {
    const typed = setCell(sheetOf(plan, ','), 2, 'predecessors', '1ОН+2,5д, 2НН');
    expect(documentOf(typed).plan.tasks[2]?.predecessors).toEqual(['1ОН+2,5д', '2НН']);
    expect(meaning(documentOf(typed).plan)).toMatchObject({
      tasks: [{}, {}, { links: [{ type: 'FS', lag: 2.5 }, { type: 'SS' }] }],
    });
  });

  it('tells cells that are no numbers, by their place', () => {
    const typed = setCell(setCell(sheetOf(plan, '.'), 0, 'likely', 'two'), 1, 'cost', '1e3');
    expect(documentOf(typed).faults).toEqual([
      { at: '/tasks/0/duration/likely', code: 'number', text: 'two' },
      { at: '/tasks/1/fixed_cost', code: 'number', text: '1e3' },
    ]);
  });

  it('numbers come back as they went', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom<'.' | ','>('.', ','),
        (value, mark) => numberOf(numberText(value / 1_000, mark)) === value / 1_000,
      ),
    );
    expect(numberOf('1 200,50')).toBe(1_200.5);
    expect(numberOf(' ')).toBeUndefined();
  });
});

describe('changes', () => {
  it('a task called otherwise takes its links and risks along', () => {
    const changed = setCell(sheetOf(plan, '.'), 1, 'id', 'b');
    expect(changed.tasks[2]?.predecessors).toBe('1; bFS+2d');
    expect(changed.risks[0]?.tasks).toEqual(['b']);
    expect(renamePredecessor('11; 1; 1FS+1d', '1', '$&')).toBe('11; $&; $&FS+1d');
  });

  it('a name nobody knew becomes a resource; a renamed one is called so', () => {
    const known = setCell(sheetOf(plan, '.'), 0, 'resources', 'anna; Vera[30%]');
    expect(known.resources.map(({ name }) => name)).toEqual(['Anna', 'Boris, the second', 'Vera']);
    expect(documentOf(known).plan.tasks[0]?.assignments).toEqual([
      { resource: 'r1', units: 1 },
      { resource: 'Vera', units: 0.3 },
    ]);
    const renamed = setResource(known, 0, { name: 'Anya' }, '.');
    expect(renamed.tasks.map(({ resources }) => resources)).toEqual(['Anya; Vera[30%]', 'Anya[50%]; r2', '']);
    expect(removeResource(renamed, 0, '.').tasks[0]?.resources).toBe('Vera[30%]');
  });

  it('a task that goes is waited for no more', () => {
    const left = removeTask(sheetOf(plan, '.'), 1);
    expect(left.tasks.map(({ predecessors }) => predecessors)).toEqual(['', '1']);
    expect(left.risks[0]?.tasks).toEqual([]);
  });

  it('rows are added with an id of their own, and moved', () => {
    const more = addTask(sheetOf(plan, '.'), 0);
    expect(more.tasks.map(({ id }) => id)).toEqual(['1', '4', '2', '3']);
    expect(new Set(more.tasks.map(({ key }) => key)).size).toBe(4);
    expect(moveTask(more, 1, 1).tasks.map(({ id }) => id)).toEqual(['1', '2', '4', '3']);
    expect(moveTask(more, 0, -1)).toBe(more);
  });

  it('a piece of a table program is put in, with new rows', () => {
    const pasted = pasteCells(
      sheetOf(plan, '.'),
      { place: 2, column: 'name' },
      ['id', 'name', 'optimistic', 'likely'],
      'Tests\t1\t2\r\nLaunch\t3\t4\r\n',
    );
    expect(pasted.tasks.slice(2)).toMatchObject([
      { id: '3', name: 'Tests', optimistic: '1', likely: '2' },
      { id: '4', name: 'Launch', optimistic: '3', likely: '4' },
    ]);
  });
});

describe('faults', () => {
  const told = (at: string, severity: 'error' | 'warning' = 'error') => ({ at, severity, text: at });
  const rows = {
    tasks: ['one', 'two'],
    resources: ['anna'],
    calendars: [{ key: 'office', exceptions: ['may', 'june'] }],
    risks: ['late'],
  };
  const placed = (...faults: ReturnType<typeof told>[]) => placeFaults([{ faults, rows }]);

  it.each([
    ['/tasks/1/links/0', ['predecessors']],
    ['/tasks/1/predecessors', ['predecessors']],
    ['/tasks/1/duration', ['optimistic', 'likely', 'pessimistic']],
    ['/tasks/1/duration/likely', ['likely']],
    ['/tasks/1/assignments/0', ['resources']],
    ['/tasks/1/mustFinishBy', ['deadline']],
    ['/tasks/1', ['id']],
  ])('%s leads to its cells', (at, columns) => {
    expect(placed(told(at)).tasks.get('two')?.[0]?.columns).toEqual(columns);
  });

  it.each([
    ['/calendars/0/week/2', 'week-2'],
    ['/calendars/0/week/2/0', 'week-2'],
    ['/calendars/0/exceptions/1', 'june'],
    ['/calendars/0/exceptions/9', 'whole'],
    ['/calendars/0', 'whole'],
  ])('%s leads to its day or exception', (at, part) => {
    expect(placed(told(at)).calendars.get('office')).toMatchObject([{ part }]);
  });

  it.each([
    ['/risks/0/probability', ['probability']],
    ['/risks/0/impact', ['optimistic', 'likely', 'pessimistic']],
    ['/risks/0/impact/likely', ['likely']],
    ['/risks/0/cost/pessimistic', ['costPessimistic']],
    ['/risks/0/tasks/3', ['tasks']],
    ['/risks/0', ['name']],
  ])('%s leads to its fields', (at, fields) => {
    expect(placed(told(at)).risks.get('late')).toMatchObject([{ fields }]);
  });

  it('what is about no row is about the plan', () => {
    const all = placed(
      told('/tasks'),
      told('/start'),
      told('/resources/0/rate'),
      told('/risks/7', 'warning'),
    );
    expect(all.plan.map(({ at }) => at)).toEqual(['/tasks', '/risks/7']);
    expect(all.head.get('start')?.at).toBe('/start');
    expect(all.resources.get('anna')?.[0]?.field).toBe('rate');
    expect([all.errors, all.warnings]).toEqual([3, 1]);
  });

  it('only faults are read out of a refusal', () => {
    const fault = { at: '/start', severity: 'error', message: { ru: 'а', en: 'a' } };
    expect(faultsIn({ faults: [fault, 5, {}] })).toEqual([fault]);
    expect(faultsIn({ faults: 'x' })).toEqual([]);
    expect(faultsIn(undefined)).toEqual([]);
  });
});
