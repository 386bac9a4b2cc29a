import { expect, it } from 'vitest';
import { type PlanFile, readPlanValue, schedulePlan } from '#products/assistants/engines/planning';
import { labourOf } from './costs.rules.ts';

const plan: PlanFile = {
  start: '2026-03-02',
  resources: [
    { id: 'a', rate: 100 },
    { id: 'b', rate: 10 },
  ],
  tasks: [
    { id: '1', duration: 2, assignments: [{ resource: 'a' }, { resource: 'b', units: 0.5 }] },
    { id: '2', duration: 4, unit: 'hours', assignments: [{ resource: 'a' }], fixed_cost: 1_000 },
    { id: '3', duration: 1 },
  ],
};

it('labour is what the schedule reckons, told apart by task and resource', () => {
  const read = readPlanValue(plan);
  if (!read.ok) throw new Error('The plan is wrong.');
  const made = schedulePlan(read.value);
  if (!made.ok) throw new Error('It cannot be scheduled.');
  const labour = labourOf(
    plan,
    made.value.tasks.map(({ id, durationHours }) => ({ id, duration_hours: durationHours })),
  );
  expect(Object.fromEntries(labour.tasks)).toEqual({ '1': 1_680, '2': 400, '3': 0 });
  expect(labour.resources.get('a')).toEqual({ hours: 20, money: 2_000 });
  const sum = [...labour.tasks.values()].reduce((total, each) => total + each, 0);
  expect(sum).toBe(made.value.cost.labour);
});
