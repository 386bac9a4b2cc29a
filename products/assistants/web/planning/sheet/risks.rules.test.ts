import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlanFile, readPlanValue, simulatePlan } from '#products/assistants/engines/planning';
import { documentOf, sheetOf } from './document.rules.ts';
import { addRisk, removeRisk, setRisk } from './risk-edit.rules.ts';
import { riskOrder, riskWeight } from './risk-weight.rules.ts';

const points = (optimistic: number, likely: number, pessimistic: number) => ({
  optimistic,
  likely,
  pessimistic,
});
const plan: PlanFile = {
  start: '2026-03-02',
  hours_per_day: 8,
  tasks: [
    { id: '1', duration: 5 },
    { id: '2', duration: 3, predecessors: ['1'] },
  ],
  risks: [
    { id: 'a', probability: 0.25, impact: points(1, 2, 6), unit: 'days', tasks: ['1', '2'] },
    {
      id: 'b',
      name: 'Dear',
      probability: 0.07,
      impact: 0,
      cost: points(100, 200, 900),
      tasks: [],
    },
    {
      id: 'c',
      probability: 0.5,
      impact: points(-8, -4, 0),
      unit: 'hours',
      distribution: 'triangular',
      cost: 50,
      tasks: ['2'],
    },
  ],
};
const sheet = sheetOf(plan, ',');
const risks = plan.risks ?? [];

describe('the register of risks', () => {
  it('means the same when nothing was typed', () => {
    const { plan: again, faults } = documentOf(sheet);
    expect(faults).toEqual([]);
    expect(readPlanValue(again)).toEqual(readPlanValue(plan));
    expect(sheet.risks.map(({ probability }) => probability)).toEqual(['25', '7', '50']);
  });

  it('probabilities are typed in percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), (tenths) => {
        const typed = setRisk(sheet, 'risk-0', { probability: String(tenths / 10).replace('.', ',') });
        return documentOf(typed).plan.risks?.[0]?.probability === tenths / 10 / 100;
      }),
    );
  });

  it.each(['', 'often', '101', '-1'])('"%s" is no probability', (probability) => {
    expect(documentOf(setRisk(sheet, 'risk-1', { probability })).faults).toEqual([
      { at: '/risks/1/probability', code: 'percent', text: probability },
    ]);
  });

  it('numbers nobody can read are told at their cell', () => {
    const typed = setRisk(sheet, 'risk-2', { likely: 'x', costPessimistic: '1e5' });
    expect(documentOf(typed).faults.map(({ at }) => at)).toEqual([
      '/risks/2/impact/likely',
      '/risks/2/cost/pessimistic',
    ]);
  });

  it('a new one has an id and a key of its own; one that goes is gone', () => {
    const more = addRisk(addRisk(sheet, 'New'), 'New');
    expect(new Set(more.risks.map(({ id }) => id)).size).toBe(5);
    expect(more.risks.map(({ key }) => key).slice(3)).toEqual(['risk-3', 'risk-4']);
    expect(documentOf(more).plan.risks?.[3]).toEqual({
      id: 'r4',
      name: 'New',
      probability: 0.25,
      impact: 1,
      unit: 'days',
      tasks: [],
    });
    expect(removeRisk(more, 'risk-0').risks.map(({ id }) => id)).toEqual(['b', 'c', 'r4', 'r5']);
    const none = removeRisk(removeRisk(removeRisk(sheet, 'risk-0'), 'risk-1'), 'risk-2');
    expect(documentOf(none).plan.risks).toBeUndefined();
  });
});

describe('what risks weigh', () => {
  it('is what the simulation expects', () => {
    const read = readPlanValue(plan);
    if (!read.ok) throw new Error('The plan is wrong.');
    const simulated = simulatePlan(read.value, { runs: 1 });
    if (!simulated.ok) throw new Error('It cannot be run.');
    for (const [at, risk] of risks.entries()) {
      const weight = riskWeight(risk, 8);
      const expected = simulated.value.risks[at];
      if (risk.tasks.length > 0) expect(weight.hours).toBeCloseTo(expected?.expectedDelayHours ?? -1, 3);
      expect(weight.money).toBeCloseTo(expected?.expectedCost ?? -1, 2);
    }
  });

  it('puts the heaviest first', () => {
    const weights = risks.map((risk) => riskWeight(risk, 8));
    expect(riskOrder(weights, 'delay')).toEqual([0, 1, 2]);
    expect(riskOrder(weights, 'money')).toEqual([2, 1, 0]);
    expect(riskOrder(weights, 'plan')).toEqual([0, 1, 2]);
  });

  it('without a chance or a consequence is nothing', () => {
    expect(riskWeight({ id: 'x', probability: 0, impact: 5, tasks: ['1'] }, 8).counts).toBe(false);
    expect(riskWeight({ id: 'x', probability: 1, impact: 5, tasks: [] }, 8).counts).toBe(false);
    expect(riskWeight({ id: 'x', probability: 1, impact: 5, cost: 1, tasks: [] }, 8).counts).toBe(true);
  });
});
