// @vitest-environment happy-dom
import fc from 'fast-check';
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { link, planOf, task } from '../plan.fixture.ts';
import { escapeName, mermaidGantt } from './mermaid.ts';
import { ganttChart } from './rows.ts';

function chartOf(name: string, group?: string): string {
  const plan = planOf(
    [
      task('a', 16, { name, ...(group === undefined ? {} : { group }) }),
      task('b', 8, { links: [link('a')], progress: { percentComplete: 40, actualCost: 0 } }),
      task('m', 0, { links: [link('b')], mustFinishBy: '2026-03-03' }),
    ],
    { name },
  );
  const chart = ganttChart(plan);
  if (!chart.ok) throw new Error('no chart');
  return mermaidGantt(chart.value);
}

describe('a Gantt chart', () => {
  it('has a row for each task', () => {
    const assignments = [{ resource: 'r', units: 1 }];
    const plan = planOf(
      [task('a', 8, { assignments, group: 'G' }), task('m', 0, { links: [link('a', 'FF')] })],
      {
        resources: [{ id: 'r', name: 'Anna', capacity: 1, rate: 1 }],
      },
    );
    expect(ganttChart(plan)).toMatchObject({
      ok: true,
      value: {
        rows: [
          { id: 'a', group: 'G', resources: ['Anna'], milestone: false, critical: true },
          { id: 'm', milestone: true, links: [{ from: 'a', type: 'FF' }] },
        ],
      },
    });
    expect(ganttChart(planOf([])).ok).toBe(false);
  });

  it('is written as Mermaid', () => {
    expect(chartOf('Сбор: этап 1', 'Phase #1').split('\n')).toEqual([
      'gantt',
      '    title Сбор#58; этап 1',
      '    dateFormat YYYY-MM-DDTHH:mm',
      '    axisFormat %d.%m.%y',
      '    section Phase #35;1',
      '    Сбор#58; этап 1 :crit, t1, 2026-03-02T09:00, 2026-03-03T18:00',
      '    section -',
      '    Task b :crit, active, t2, 2026-03-04T09:00, 2026-03-04T18:00',
      '    Task m :milestone, crit, t3, 2026-03-04T18:00, 0d',
      '',
    ]);
  });

  it.each([
    'section A',
    'title',
    'Click me',
    '--',
    '%% a',
    'a;b',
    '',
    'x\n    y :crit, z',
    '<b>',
    'данные"',
    'end',
  ])('parses whatever a task is called: %j', async (name) => {
    expect(await mermaid.parse(chartOf(name, name))).toMatchObject({ diagramType: 'gantt' });
  });

  it.each(['cAll', 'call me', 'href "x"', '2026-01-01 начало', 'click', 'section', '(a)', 'weekday monday'])(
    'parses the name %s',
    async (name) => {
      expect(await mermaid.parse(chartOf(name, name))).toMatchObject({ diagramType: 'gantt' });
    },
  );

  it('parses any text', async () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }));
    await fc.assert(
      fc.asyncProperty(text, async (name) => {
        expect(escapeName(name)).not.toMatch(/[\n\r:]/);
        expect(await mermaid.parse(chartOf(name.slice(0, 400), 'G'))).toMatchObject({ diagramType: 'gantt' });
      }),
      { numRuns: 60 },
    );
  });
});
